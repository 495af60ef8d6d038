import { formatNumber, noBreak } from "#lib/format/number.ts"

const hoursPerDay = 24
const hoursShown = 48

/** A length of time in whole hours, from two days on in whole days: "6 h", "21 d". Less than an hour is "under 1 h". */
export function lagWords(hours: number): string {
  if (hours < 1) return hours <= 0 ? `0${noBreak}h` : `under 1${noBreak}h`
  return hours < hoursShown
    ? `${formatNumber(Math.floor(hours))}${noBreak}h`
    : `${formatNumber(Math.floor(hours / hoursPerDay))}${noBreak}d`
}
