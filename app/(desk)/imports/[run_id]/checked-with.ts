import type { ImportRunRow } from "#db/queries/imports.ts"
import type { Caller } from "#lib/access/caller.ts"
import type { ImportSettings } from "#lib/imports/settings.ts"
import { UnreadableFile } from "#lib/imports/unreadable-file.ts"
import { checkImport } from "#lib/server/imports/check-import.ts"

/** Checks the run's file with settings and keeps both; says what has to be looked at next. */
export async function checkedWith(caller: Caller, run: ImportRunRow, settings: ImportSettings) {
  try {
    const check = await checkImport(caller, run.id, settings)
    return {
      isReadable: true,
      isWritable: check.isWritable,
      needsPerson: check.problems.length > 0 || check.warnings.length > 0,
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    return { isReadable: false, isWritable: false, needsPerson: true }
  }
}
