import type { ImportRunRow } from "#db/queries/imports.ts"
import type { Caller } from "#lib/access/caller.ts"
import type { ImportSettings } from "#lib/imports/settings.ts"
import { checkImport } from "#lib/server/imports/check-import.ts"

/** Checks the run's file with settings and keeps both; says what has to be looked at next. */
export async function checkedWith(caller: Caller, run: ImportRunRow, settings: ImportSettings) {
  const { isWritable, problems, warnings } = await checkImport(caller, run.id, settings)
  const isRepairable = [...problems, ...warnings].some(({ repairs }) => repairs.length > 0)
  return { isWritable, isRepairable, needsPerson: problems.length > 0 || warnings.length > 0 }
}
