import { instantOfWallClock } from "#lib/time/wall-clock.ts"
import { type DayOrder, readDay } from "./read-day.ts"

export type InstantReading = { readonly order: DayOrder; readonly timeZone: string }

const form =
  /^([^\s,]+(?: [a-z]{3,9}\.? \d{4}| \d{1,2},? \d{4})?)(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?\s*(z|utc|gmt|[+-]\d{2}(?::?\d{2})?)?)?$/i

/** Days of a spreadsheet count from here; 20,000 to 80,000 are the years 1954 to 2119. */
const serialEpoch = Date.UTC(1899, 11, 30)
const dayMs = 86_400_000

/**
 * A cell read as an instant; null when it is none. Understands a day as `readDay` does followed by a time of day,
 * with seconds, am or pm and an offset or not, and a spreadsheet's day number. Without an offset the wall clock of
 * the given zone is meant; a day alone is its noon.
 */
export function readInstant(cell: string, { order, timeZone }: InstantReading): Date | null {
  const text = cell.trim()
  const serial = serialMs(text)
  if (serial !== null) return instantOfWallClock(serial, timeZone)
  const split = /^(\d{4}-\d{1,2}-\d{1,2})T(.*)$/i.exec(text)
  const match = form.exec(split ? `${split[1]} ${split[2]}` : text)
  if (!match) return null
  const [, dayText = "", hourText, minuteText, secondText = "0", fraction = "0", half, offset] = match
  const day = readDay(dayText, order)
  if (day === null) return null
  const midnight = Date.parse(`${day}T00:00:00Z`)
  if (hourText === undefined) return instantOfWallClock(midnight + dayMs / 2, timeZone)
  const hour = hourOf(Number(hourText), half)
  const [minute, second] = [Number(minuteText), Number(secondText)]
  if (hour === null || minute > 59 || second > 59) return null
  const wall = midnight + hour * 3_600_000 + minute * 60_000 + second * 1_000
  const exact = wall + Math.floor(Number(`0.${fraction}`) * 1_000)
  if (offset === undefined) return instantOfWallClock(exact, timeZone)
  const ahead = offsetMinutes(offset)
  return ahead === null ? null : new Date(exact - ahead * 60_000)
}

/** A spreadsheet's day number as a calendar day; null for other texts. */
export function dayOfSerial(cell: string): string | null {
  const ms = serialMs(cell.trim())
  return ms === null ? null : new Date(ms).toISOString().slice(0, 10)
}

function serialMs(text: string): number | null {
  if (!/^\d{5}(\.\d+)?$/.test(text)) return null
  const serial = Number(text)
  return serial >= 20_000 && serial < 80_000 ? serialEpoch + Math.round(serial * 86_400) * 1_000 : null
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour < 24 ? hour : null
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0)
}

function offsetMinutes(offset: string): number | null {
  if (/^[a-z]/i.test(offset)) return 0
  const sign = offset.startsWith("-") ? -1 : 1
  const digits = offset.slice(1).replace(":", "").padEnd(4, "0")
  const [hours, minutes] = [Number(digits.slice(0, 2)), Number(digits.slice(2))]
  return hours <= 14 && minutes < 60 ? sign * (hours * 60 + minutes) : null
}
