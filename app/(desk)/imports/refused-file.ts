import { importRun } from "#db/queries/imports.ts"
import type { Caller } from "#lib/access/caller.ts"
import { UnreadableFile } from "#lib/imports/unreadable-file.ts"
import { deskRead } from "#lib/server/desk/open-desk.ts"
import { lookAtImport } from "#lib/server/imports/look-at-import.ts"

/** Why the file of a run cannot be read; null when there is no such run, or its file can be read. */
export async function refusedFile(caller: Caller, runId: string | string[] | undefined) {
  if (typeof runId !== "string") return null
  const run = await deskRead(caller, (tx) => importRun(tx, caller, runId))
  if (run?.state !== "draft" && run?.state !== "checked") return null
  const about = { runId: run.id, source: run.source.key, fileName: run.fileName }
  // A large file may break off far behind its beginning: its check tells why.
  const found = run.report?.problems.find(({ kind }) => kind === "unreadable_file")
  if (found) return { ...about, message: found.what, fix: found.fix }
  try {
    await lookAtImport(caller, run.id)
    return null
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    const { message, fix } = error
    return { ...about, message, fix }
  }
}
