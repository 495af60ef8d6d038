import type { ImportPlan } from "#lib/imports/import-plan.ts"
import { fieldSpec } from "#lib/imports/kinds.ts"
import { printable } from "#lib/imports/printable.ts"
import type { Fault } from "#lib/imports/records.ts"

/** Why a row was left out and how to repair it, in words for the file that is given back. */
export function describeFault(plan: ImportPlan, fault: Fault): { what: string; fix: string } {
  const column = fault.columnIndex === null ? null : plan.headers[fault.columnIndex]
  const where = column === null || column === undefined ? "" : `${printable(column)}: `
  const expected = fault.field === null ? null : fieldSpec(plan.kind, fault.field)?.expected
  return {
    what: `${where}${fault.kind.replaceAll("_", " ")}, found ${printable(fault.found)}`,
    fix: expected ?? "Correct this cell, then import the row again",
  }
}
