import type { MeasureKind, MeasureRole } from "#lib/signals/schema.ts"
import type { FieldColumn } from "./map-header.ts"
import type { DayOrder } from "./read-day.ts"
import type { NumberStyle } from "./read-number.ts"
import type { ImportField, Problem } from "./schema.ts"

export type PlannedField = FieldColumn & { readonly style: NumberStyle; readonly order: DayOrder }

export type PlannedMeasure = {
  readonly index: number
  readonly header: string
  readonly key: string
  readonly label: string
  readonly unit: string
  readonly kind: MeasureKind
  readonly role: MeasureRole
  readonly style: NumberStyle
}

/** What each column of one file becomes, decided after every row was seen. */
export type ColumnPlan = {
  readonly fields: ReadonlyMap<ImportField, PlannedField>
  readonly measures: readonly PlannedMeasure[]
  readonly leftOut: readonly { readonly header: string; readonly because: string }[]
  /** Guesses, said aloud. */
  readonly notes: readonly string[]
  readonly problems: readonly Problem[]
}
