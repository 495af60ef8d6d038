import type { AccountFields } from "#lib/accounts/schema.ts"
import type { ColumnPlan, PlannedField } from "./column-plan.ts"
import { isBlank } from "./column-profile.ts"
import { domainOf } from "./domain-of.ts"
import { readSegment, readStage } from "./read-choice.ts"
import { readDay } from "./read-day.ts"
import { readNumber } from "./read-number.ts"
import type { ImportField } from "./schema.ts"

/** One row of the file as the commands take it; null is a blank or unreadable cell. */
export type AccountDraft = {
  readonly fields: AccountFields
  readonly arrCents: number | null
  readonly contractStartsOn: string | null
  readonly contractEndsOn: string | null
  /** One per measure of the plan, in its order. */
  readonly readings: readonly (number | string | null)[]
}

export function readAccount(cells: readonly string[], plan: ColumnPlan): AccountDraft {
  const cell = (field: ImportField): string | null => {
    const column = plan.fields.get(field)
    const text = column ? (cells[column.index] ?? "").trim() : ""
    return text === "" || (field !== "externalId" && isBlank(text)) ? null : text
  }
  const read = <Value>(field: ImportField, reader: (text: string, column: PlannedField) => Value | null) => {
    const column = plan.fields.get(field)
    const text = cell(field)
    return column && text !== null ? reader(text, column) : null
  }
  const externalId = cell("externalId") ?? ""
  const arr = read("arr", (text, column) => readNumber(text, column.style))
  const mrr = read("mrr", (text, column) => readNumber(text, column.style))
  return {
    fields: {
      externalId,
      name: cell("name") ?? externalId,
      domain: read("domain", domainOf),
      industry: cell("industry"),
      segment: read("segment", readSegment),
      region: cell("region"),
      language: cell("language"),
      lifecycleStage: read("lifecycleStage", readStage),
      ownerName: cell("ownerName"),
      parentExternalId: cell("parentExternalId"),
    },
    arrCents: arr !== null ? Math.round(arr * 100) : mrr !== null ? Math.round(mrr * 1200) : null,
    contractStartsOn: read("contractStart", (text, column) => readDay(text, column.order)),
    contractEndsOn: read("contractEnd", (text, column) => readDay(text, column.order)),
    readings: plan.measures.map(({ index, kind, style }) => {
      const text = (cells[index] ?? "").trim()
      if (isBlank(text)) return null
      return kind === "number" ? readNumber(text, style) : text
    }),
  }
}
