import { dayInZone } from "#lib/time/wall-clock.ts"
import { readFieldChoice } from "./choice-reader.ts"
import { isBlank } from "./column-profile.ts"
import { domainOf } from "./domain-of.ts"
import type { FieldSpec } from "./field-spec.ts"
import type { FieldPlan } from "./import-plan.ts"
import { importLimits } from "./limits.ts"
import { readBoolean } from "./read-boolean.ts"
import { readDay } from "./read-day.ts"
import { dayOfSerial, readInstant } from "./read-instant.ts"
import { readNumber } from "./read-number.ts"
import type { Fault } from "./records.ts"

/** A field of a plan, ready to read cells. */
export type FieldReader = {
  readonly spec: FieldSpec
  readonly plan: FieldPlan
  readonly timeZone: string
  /** What a person said that a text of this column means. */
  readonly replaced: ReadonlyMap<string, string> | null
}

export type CellValue = string | number | boolean | null

const firstDay = "1950-01-01"
const lastDay = "2100-12-31"

/** The value of a field in a row: days and instants as ISO text, money as cents; null for a blank or wrong cell. */
export function readCell(reader: FieldReader, cells: readonly string[], faults: Fault[]): CellValue {
  const { spec, plan, replaced } = reader
  const cell = cells[plan.index] ?? ""
  const text = replaced?.get(cell) ?? cell
  const fault = (kind: string): null => {
    faults.push({ kind, columnIndex: plan.index, field: spec.key, found: cell === "" ? "(blank)" : text })
    return null
  }
  // A word for "nothing" is nothing, but an id may be any word.
  if (text === "" || (spec.key !== "externalId" && isBlank(text)))
    return spec.isRequired ? fault("empty_cell") : null
  const value = readText(reader, text)
  if (value === null) return fault("unreadable_field")
  if (typeof value === "string") {
    if (value.length > (spec.longest ?? Number.POSITIVE_INFINITY)) return fault("too_long")
    if (spec.type === "day" && (value < firstDay || value > lastDay)) return fault("day_out_of_range")
    return value
  }
  if (typeof value !== "number") return value
  const [least, most] = spec.range ?? [-Number.MAX_VALUE, Number.MAX_VALUE]
  if (value < least || value > most || (spec.isWhole && !Number.isInteger(value)))
    return fault("out_of_range")
  if (spec.type === "money") {
    const yearly = spec.key === "mrr" ? value * 12 : value
    if (!(Math.abs(yearly) <= importLimits.annualAmount)) return fault("amount_out_of_range")
    return Math.round(value * 100)
  }
  return value
}

function readText({ spec, plan, timeZone }: FieldReader, text: string): CellValue {
  switch (spec.type) {
    case "day":
      return readDayIn(text, plan, timeZone)
    case "instant":
      return readInstant(text, { order: plan.order, timeZone })?.toISOString() ?? null
    case "number":
    case "money":
      return readNumber(text, plan.style)
    case "choice":
      return readFieldChoice(spec, text)
    case "boolean":
      return readBoolean(text)
    default:
      return spec.key === "domain" ? domainOf(text) : text
  }
}

const withOffset = /\d:\d{2}.*(?:z|[+-]\d{2}(?::?\d{2})?)$/i

/** The calendar day of a cell; an instant with an offset is the day that it falls on in the file's zone. */
export function readDayIn(
  text: string,
  { order }: Pick<FieldPlan, "order">,
  timeZone: string,
): string | null {
  if (withOffset.test(text)) {
    const instant = readInstant(text, { order, timeZone })
    if (instant) return dayInZone(instant, timeZone)
  }
  return readDay(text, order) ?? dayOfSerial(text)
}
