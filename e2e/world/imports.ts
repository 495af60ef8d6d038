import { database } from "#e2e/world/database.ts"
import type { TestWorkspace } from "#e2e/world/workspace.ts"
import type { ImportKind, SyncRunState } from "#lib/imports/schema.ts"
import type { ImportSettings } from "#lib/imports/settings.ts"
import { importSettings } from "#lib/imports/settings.ts"
import { newId } from "#lib/platform/new-id.ts"
import { checkImport } from "#lib/server/imports/check-import.ts"
import { receiveFile } from "#lib/server/imports/receive-file.ts"

type ArrangedFile = { readonly kind?: ImportKind; readonly fileName: string; readonly text: string }

async function* bytesOf(text: string) {
  yield Buffer.from(text)
}

/** A file as the upload leaves it: a draft with its bytes. */
export async function arrangeFile(workspace: TestWorkspace, file: ArrangedFile): Promise<string> {
  database()
  const { kind = "accounts", fileName, text } = file
  const { runId } = await receiveFile(workspace.as("admin"), {
    kind,
    fileName,
    sourceKey: "csv",
    bytes: bytesOf(text),
  })
  return runId
}

/** A file that was checked as well, with what was decided about it. */
export async function arrangeChecked(
  workspace: TestWorkspace,
  file: ArrangedFile,
  settings: Partial<ImportSettings> = {},
): Promise<string> {
  const runId = await arrangeFile(workspace, file)
  await checkImport(workspace.as("admin"), runId, importSettings.parse(settings))
  return runId
}

/** A run that stands in a state, as the list and its page see it; it has no file, and one rejected row. */
export async function arrangeRun(
  workspace: TestWorkspace,
  { state, fileName, mayUndo = false }: { state: SyncRunState; fileName: string; mayUndo?: boolean },
): Promise<string> {
  const { owner } = database()
  const id = newId()
  const key = `kept-${id.slice(-12)}`
  const [source] = await owner<{ id: number }[]>`
    insert into source (workspace_id, key, name, kind) values (${workspace.id}, ${key}, 'CRM', 'file') returning id`
  await owner`
    insert into sync_run (workspace_id, id, source_id, kind, file_name, mapping, state, started_by, started_at, finished_at,
      rows_read, created, updated, skipped, rejected, written_through, undo_until)
    values (${workspace.id}, ${id}, ${source!.id}, 'accounts', ${fileName}, '{}', ${state}, 'Ada Lindqvist', now(),
      ${state === "writing" ? null : new Date()}, 500, 312, 185, 0, 3, ${state === "done" ? 500 : 300},
      ${mayUndo ? new Date(Date.now() + 86_400_000) : null})`
  await owner`
    insert into rejected_row (workspace_id, run_id, row_number, cells, problems)
    values (${workspace.id}, ${id}, 7, ${owner.json([fileName, "x"])},
      ${owner.json([{ what: "A date cannot be read", fix: "Write it as 2026-03-31." }])})`
  return id
}
