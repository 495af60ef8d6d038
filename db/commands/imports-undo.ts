import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { AppError, notFound } from "#lib/errors.ts"
import type { ImportKind, SyncRunState } from "#lib/imports/schema.ts"
import type { Db } from "../client.ts"
import { journaledAccounts, refreshAccountList } from "./account-list.ts"
import { dropOwnSource, restoreSource } from "./imports-source.ts"
import { record } from "./record.ts"
import { markForRescore } from "./signals-due.ts"

type Undoable = {
  readonly kind: ImportKind
  readonly state: SyncRunState
  readonly is_late: boolean
  readonly is_silent: boolean
}

/**
 * An import that was written may be taken back for a day; one that stopped in the middle, or whose undo did, at any
 * time once nobody works on it any more.
 */
export async function beginUndo(on: Db, caller: Caller, { runId }: { runId: string }): Promise<void> {
  assertCan(caller, "import.write")
  const [run] = await on.execute<Undoable>(sql`
    select kind, state, coalesce(undo_until < now(), state = 'done') as is_late,
      coalesce(heartbeat_at < now() - interval '30 seconds', true) as is_silent
    from sync_run
    where workspace_id = ${caller.workspaceId} and id::text = ${runId} for update`)
  if (!run) throw notFound("import")
  if (run.kind === "people" || run.kind === "skills") assertCan(caller, "people.write")
  if (run.state === "undoing") return
  const isAbandoned = run.state === "writing" && run.is_silent
  if (run.state !== "done" && run.state !== "failed" && !isAbandoned)
    throw new AppError(
      "conflict",
      "Only an import that has written something, and no longer does, can be undone.",
    )
  if (run.is_late) throw new AppError("conflict", "An import can be undone for 24 hours; they have passed.")
  await on.execute(sql`
    update sync_run set state = 'undoing', heartbeat_at = null, left_alone = 0, undone_by = ${caller.actor.name},
      report = coalesce(report, '{}') || '{"undo": {"takenBack": 0, "readings": 0}}'
    where workspace_id = ${caller.workspaceId} and id = ${runId}`)
}

type Part = { readonly takenBack: number; readonly leftAlone: number; readonly isLast: boolean }

/** Takes back the newest changes of rows, at most so many; those that somebody changed since stay and count. */
export async function undoRows(
  on: Db,
  caller: Caller,
  { runId, atMost }: { runId: string; atMost: number },
): Promise<Part> {
  assertCan(caller, "import.write")
  await holdUndo(on, caller, runId)
  const changed = await on.execute<{ id: string }>(sql`
    select distinct before ->> 'id' as id from (
      select table_name, operation, before from import_journal
      where workspace_id = ${caller.workspaceId} and run_id = ${runId} order by seq desc limit ${atMost}) newest
    where table_name = 'account' and operation = 'UPDATE'`)
  const listed = await journaledAccounts(on, caller, { runId, atMost })
  const [part] = await on.execute<{ taken_back: number; left_alone: number; remaining: boolean }>(sql`
    select * from undo_import_part(${runId}::uuid, ${atMost}::integer)`)
  if (!part) throw new Error("An undo gave no answer.")
  await on.execute(sql`
    update sync_run set left_alone = left_alone + ${part.left_alone}, heartbeat_at = clock_timestamp(),
      report = jsonb_set(report, '{undo,takenBack}',
        to_jsonb((report #>> '{undo,takenBack}')::integer + ${part.taken_back}::integer))
    where workspace_id = ${caller.workspaceId} and id = ${runId}`)
  await refreshAccountList(on, caller, listed)
  // An account's segment or owner may decide by which model it is scored.
  await markForRescore(on, caller, await stillThere(on, caller, changed))
  return { takenBack: part.taken_back, leftAlone: part.left_alone, isLast: !part.remaining }
}

async function stillThere(on: Db, caller: Caller, rows: readonly { id: string }[]): Promise<string[]> {
  if (rows.length === 0) return []
  const found = await on.execute<{ id: string }>(sql`
    select id from account where workspace_id = ${caller.workspaceId}
      and id = any (${`{${rows.map(({ id }) => id).join(",")}}`}::uuid[])`)
  return found.map(({ id }) => id)
}

/** Measures that others use by now stay, although the import made them; each counts as left alone. */
export async function keepMeasures(
  on: Db,
  caller: Caller,
  { runId, ids }: { runId: string; ids: readonly number[] },
): Promise<void> {
  assertCan(caller, "import.write")
  if (ids.length === 0) return
  await holdUndo(on, caller, runId)
  const kept = await on.execute<{ seq: string }>(sql`
    delete from import_journal where workspace_id = ${caller.workspaceId} and run_id = ${runId}
      and table_name = 'measure' and operation = 'INSERT'
      and (after ->> 'id')::integer = any (${`{${ids.join(",")}}`}::integer[])
    returning seq`)
  await on.execute(sql`
    update sync_run set left_alone = left_alone + ${kept.length}
    where workspace_id = ${caller.workspaceId} and id = ${runId}`)
}

/** Locks the run for a part of its undo, and makes sure that it is still being undone. */
export async function holdUndo(on: Db, caller: Caller, runId: string): Promise<void> {
  assertCan(caller, "import.write")
  const [run] = await on.execute<{ id: string }>(sql`
    select id from sync_run
    where workspace_id = ${caller.workspaceId} and id = ${runId} and state = 'undoing' for update`)
  if (!run) throw new AppError("conflict", "This import is not being undone any more.")
}

/** All that could be taken back is taken back. Readings that it wrote and others have written since stay. */
export async function finishUndo(
  on: Db,
  caller: Caller,
  { runId }: { runId: string },
): Promise<{ takenBack: number; leftAlone: number }> {
  assertCan(caller, "import.write")
  await holdUndo(on, caller, runId)
  const [run] = await on.execute<{
    kind: ImportKind
    fileName: string
    takenBack: number
    readings: number
    leftAlone: number
  }>(sql`
    update sync_run set state = 'undone', undone_at = now(), heartbeat_at = null,
      left_alone = left_alone + greatest(0, signals - (report #>> '{undo,readings}')::integer)
    where workspace_id = ${caller.workspaceId} and id = ${runId}
    returning kind, file_name as "fileName", (report #>> '{undo,takenBack}')::integer as "takenBack",
      (report #>> '{undo,readings}')::integer as readings, left_alone as "leftAlone"`)
  if (!run) throw notFound("import")
  const takenBack = run.takenBack + run.readings
  await on.execute(sql`
    update sync_run set report = jsonb_set(report, '{undo,takenBack}', to_jsonb(${takenBack}::integer))
    where workspace_id = ${caller.workspaceId} and id = ${runId}`)
  await restoreSource(on, caller, runId)
  await dropOwnSource(on, caller, runId)
  await record(on, caller, {
    type: "import.undone",
    caseType: "import",
    caseId: runId,
    payload: { kind: run.kind, fileName: run.fileName, takenBack, leftAlone: run.leftAlone },
  })
  return { takenBack, leftAlone: run.leftAlone }
}
