import { importRun } from "#db/queries/imports.ts"
import type { Caller } from "#lib/access/caller.ts"
import { UnreadableFile } from "#lib/imports/unreadable-file.ts"
import { deskRead } from "#lib/server/desk/open-desk.ts"
import { checkImport } from "#lib/server/imports/check-import.ts"
import { lookAtImport } from "#lib/server/imports/look-at-import.ts"

/** Why the file of a run cannot be read; null when there is no such run, or its file can be read. */
export async function refusedFile(caller: Caller, runId: string | string[] | undefined) {
  if (typeof runId !== "string") return null
  const run = await deskRead(caller, (tx) => importRun(tx, caller, runId))
  if (run?.state !== "draft" && run?.state !== "checked") return null
  try {
    await lookAtImport(caller, run.id)
    // A large file may break off far behind its beginning: reading it again to there tells why.
    await checkImport(caller, run.id, run.settings)
    return null
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    const { message, fix } = error
    return { runId: run.id, source: run.source.key, fileName: run.fileName, message, fix }
  }
}
