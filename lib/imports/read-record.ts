import { checkCells } from "./check-cells.ts"
import type { ImportPlan } from "./import-plan.ts"
import { fieldSpec } from "./kinds.ts"
import { type CellValue, type FieldReader, readCell } from "./read-cell.ts"
import { readReading, unreadable } from "./read-reading.ts"
import { type RowValues, recordOf } from "./record-of.ts"
import type { Fault, ImportRecord, ImportRecords, Reading } from "./records.ts"
import { replacements } from "./replacements.ts"
import type { ImportKind } from "./schema.ts"
import { SignalReader } from "./signal-reader.ts"

const readersOfPlans = new WeakMap<ImportPlan, readonly FieldReader[]>()

/**
 * Reads one row by a plan. Every fault of the row is told at once; the record is null when a cell without which
 * there is none is blank or wrong. References to accounts and people are texts as the row has them.
 */
export function readRecord<Kind extends ImportKind>(
  kind: Kind,
  cells: readonly string[],
  plan: ImportPlan,
): { readonly record: ImportRecords[Kind] | null; readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  if (kind === "signals") {
    const record = signalReader(plan).read(cells, faults)
    return { record: record as ImportRecords[Kind] | null, faults }
  }
  checkCells(cells, plan, faults)
  if (faults.some(({ kind: found }) => found === "ragged_row")) return { record: null, faults }
  const values: Record<string, CellValue> = {}
  for (const reader of readersOf(plan)) values[reader.spec.key] = readCell(reader, cells, faults)
  const row: RowValues = { values, cells, readings: readings(cells, plan, faults), plan, faults }
  return { record: makers[kind](row) as ImportRecords[Kind] | null, faults }
}

const signalReaders = new WeakMap<ImportPlan, SignalReader>()

/** The reader of a plan's readings, made once: what it learned of repeated texts is worth keeping. */
export function signalReader(plan: ImportPlan): SignalReader {
  const known = signalReaders.get(plan) ?? new SignalReader(plan)
  signalReaders.set(plan, known)
  return known
}

const makers: { readonly [Kind in ImportKind]: (row: RowValues) => ImportRecord | null } = {
  ...recordOf,
  signals: () => null,
}

/** The readers of a plan's fields, made once. */
export function readersOf(plan: ImportPlan): readonly FieldReader[] {
  const known = readersOfPlans.get(plan)
  if (known) return known
  const readers = Object.entries(plan.fields).flatMap(([key, field]): FieldReader[] => {
    const spec = fieldSpec(plan.kind, key)
    if (!spec) return []
    return [{ spec, plan: field, timeZone: plan.timeZone, replaced: replacements(plan, field.index) }]
  })
  readersOfPlans.set(plan, readers)
  return readers
}

const replacedMeasures = new WeakMap<ImportPlan, readonly (ReadonlyMap<string, string> | null)[]>()

function readings(cells: readonly string[], plan: ImportPlan, faults: Fault[]): Reading[] {
  if (plan.shape !== "wide" || plan.measures.length === 0) return []
  let replaced = replacedMeasures.get(plan)
  if (!replaced) {
    replaced = plan.measures.map(({ index }) => (index === null ? null : replacements(plan, index)))
    replacedMeasures.set(plan, replaced)
  }
  const found: Reading[] = []
  for (let place = 0; place < plan.measures.length; place += 1) {
    const measure = plan.measures[place]!
    const cell = measure.index === null ? "" : (cells[measure.index] ?? "")
    const value = readReading(replaced[place]?.get(cell) ?? cell, measure)
    if (value === unreadable)
      faults.push({ kind: "unreadable_number", columnIndex: measure.index, field: null, found: cell })
    found.push(value === unreadable ? null : value)
  }
  return found
}
