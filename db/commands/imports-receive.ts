import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { AppError } from "#lib/errors.ts"
import type { ImportKind, SyncRunState } from "#lib/imports/schema.ts"
import { defaultSettings, type ImportSettings } from "#lib/imports/settings.ts"
import { newId } from "#lib/platform/new-id.ts"
import type { Db } from "../client.ts"
import { dropOwnSource } from "./imports-source.ts"

/** Opens a run for a file that is about to arrive, and its source when the workspace meets it for the first time. */
export async function openImport(
  on: Db,
  caller: Caller,
  { kind, fileName, sourceKey }: { kind: ImportKind; fileName: string; sourceKey: string },
): Promise<{ runId: string }> {
  assertCan(caller, "import.write")
  const sourceId = await ensureSource(on, caller, sourceKey)
  const runId = newId()
  await on.execute(sql`
    insert into sync_run (workspace_id, id, source_id, source_key, kind, file_name, mapping, state, started_by,
      started_at)
    values (${caller.workspaceId}, ${runId}, ${sourceId}, ${sourceKey}, ${kind}, ${fileName.slice(0, 400)}, '{}',
      'draft', ${caller.actor.name}, now())`)
  return { runId }
}

/**
 * Found and made apart: an upsert would use up a number of the small sequence each time. Held, so that it does not go
 * with an import that is taken back meanwhile.
 */
export async function ensureSource(on: Db, caller: Caller, key: string): Promise<number> {
  assertCan(caller, "import.write")
  const find = () =>
    on.execute<{ id: number }>(sql`
      select id from source where workspace_id = ${caller.workspaceId} and key = ${key} for key share`)
  const [known] = await find()
  if (known) return known.id
  await on.execute(sql`
    insert into source (workspace_id, key, name, kind) values (${caller.workspaceId}, ${key}, ${key}, 'file')
    on conflict (workspace_id, key) do nothing`)
  const [made] = await find()
  if (!made) throw new Error(`Source ${key} could not be made.`)
  return made.id
}

/** Keeps the next part of a file that is still arriving. */
export async function keepFilePart(
  on: Db,
  caller: Caller,
  { runId, part, bytes }: { runId: string; part: number; bytes: Uint8Array },
): Promise<void> {
  assertCan(caller, "import.write")
  const kept = await on.execute<{ part: number }>(sql`
    insert into import_file (workspace_id, run_id, part, bytes)
    select ${caller.workspaceId}, id, ${part}::integer, ${bytes}::bytea from sync_run
    where workspace_id = ${caller.workspaceId} and id = ${runId} and state = 'draft' returning part`)
  if (kept.length === 0) throw new AppError("conflict", "This import was discarded while its file arrived.")
}

/** The whole file is there. A repeated header brings the settings that its columns had the last time. */
export async function completeFile(
  on: Db,
  caller: Caller,
  { runId, sha256 }: { runId: string; sha256: string },
): Promise<void> {
  assertCan(caller, "import.write")
  await on.execute(sql`
    update sync_run set file_sha256 = ${sha256} where workspace_id = ${caller.workspaceId} and id = ${runId}`)
}

export async function presetImport(
  on: Db,
  caller: Caller,
  { runId, settings }: { runId: string; settings: ImportSettings },
): Promise<void> {
  assertCan(caller, "import.write")
  await on.execute(sql`
    update sync_run set settings = ${JSON.stringify(settings)}::jsonb
    where workspace_id = ${caller.workspaceId} and id = ${runId} and state = 'draft'`)
}

/** Remembers how a header was read, for the next file that has it. What holds for one file alone is left out. */
export async function rememberMapping(
  on: Db,
  caller: Caller,
  { kind, headerSha256, settings }: { kind: ImportKind; headerSha256: string; settings: ImportSettings },
): Promise<void> {
  assertCan(caller, "import.write")
  const { conflict } = defaultSettings
  const remembered = { ...settings, day: null, conflict }
  await on.execute(sql`
    insert into import_mapping (workspace_id, kind, header_sha256, settings, used_at)
    values (${caller.workspaceId}, ${kind}, ${headerSha256}, ${JSON.stringify(remembered)}::jsonb, now())
    on conflict (workspace_id, kind, header_sha256)
      do update set settings = excluded.settings, used_at = excluded.used_at`)
}

const unwritten = ["draft", "checked", "refused", "checking"] as const satisfies readonly SyncRunState[]

/** Throws away an import of which nothing was written. Its file goes part by part with `forgetFileParts`. */
export async function discardRun(on: Db, caller: Caller, { runId }: { runId: string }): Promise<void> {
  assertCan(caller, "import.write")
  const [run] = await on.execute<{ state: SyncRunState }>(sql`
    select state from sync_run where workspace_id = ${caller.workspaceId} and id::text = ${runId} for update`)
  if (!run) throw new AppError("not_found", "This import does not exist here.")
  if (run.state === "discarded") return
  if (!(unwritten as readonly SyncRunState[]).includes(run.state))
    throw new AppError("conflict", "This import has begun to write. Undo it instead.")
  await on.execute(sql`
    update sync_run set state = 'discarded', finished_at = now()
    where workspace_id = ${caller.workspaceId} and id = ${runId}`)
  await dropOwnSource(on, caller, runId)
}

/** A rehearsal that nobody wants to see again leaves no trace. Its file is gone already. */
export async function forgetRun(on: Db, caller: Caller, { runId }: { runId: string }): Promise<void> {
  assertCan(caller, "import.write")
  await on.execute(sql`
    delete from sync_run
    where workspace_id = ${caller.workspaceId} and id = ${runId} and state = 'discarded'`)
}

/** Deletes some parts of a run's file; false when none are left. */
export async function forgetFileParts(
  on: Db,
  caller: Caller,
  { runId }: { runId: string },
): Promise<boolean> {
  assertCan(caller, "import.write")
  const gone = await on.execute<{ part: number }>(sql`
    delete from import_file where workspace_id = ${caller.workspaceId} and run_id = ${runId} and part in (
      select part from import_file where workspace_id = ${caller.workspaceId} and run_id = ${runId}
      order by part limit ${partsAtOnce}) returning part`)
  return gone.length === partsAtOnce
}

const partsAtOnce = 16
