import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { AppError, notFound } from "#lib/errors.ts"
import type { ImportCheck } from "#lib/imports/import-check.ts"
import { importLimits } from "#lib/imports/limits.ts"
import type { ImportKind, SyncRunState } from "#lib/imports/schema.ts"
import type { Db } from "../client.ts"
import { storableJson } from "../storable-json.ts"
import { keepSourceBefore } from "./imports-source.ts"
import { record } from "./record.ts"

/** Who works on a run says so at least this often; one who was silent for longer may be taken over. */
const silentSeconds = 30
const undoHours = 24
/** So long a stopped import keeps its file and what its undo needs. */
const resumeDays = 7

type Waiting = {
  readonly kind: ImportKind
  readonly state: SyncRunState
  readonly report: ImportCheck | null
  readonly isLate: boolean
}

/** A checked import, or one that stopped in the middle, may be written from here on. */
export async function beginWriting(on: Db, caller: Caller, { runId }: { runId: string }): Promise<void> {
  assertCan(caller, "import.write")
  const [run] = await on.execute<Waiting>(sql`
    select kind, state, report, coalesce(undo_until < now(), false) as "isLate" from sync_run
    where workspace_id = ${caller.workspaceId} and id::text = ${runId} for update`)
  if (!run) throw notFound("import")
  if (run.kind === "people" || run.kind === "skills") assertCan(caller, "people.write")
  if (run.state === "writing") return
  if (run.state === "failed" && run.isLate)
    throw new AppError("conflict", `An import can be resumed for ${resumeDays} days; they have passed.`)
  if (run.state === "failed") {
    await on.execute(sql`
      update sync_run set state = 'writing', heartbeat_at = null, finished_at = null
      where workspace_id = ${caller.workspaceId} and id = ${runId}`)
    return
  }
  if (run.state !== "checked" || !run.report?.isWritable || !run.report.plan)
    throw new AppError("conflict", "Only an import whose check found no open problem can be written.")
  await on.execute(sql`
    update sync_run set state = 'writing', heartbeat_at = null, rows_read = ${run.report.rows},
      first_day = ${run.report.firstDay}::date, last_day = ${run.report.lastDay}::date,
      problems = ${JSON.stringify(run.report.warnings)}::jsonb
    where workspace_id = ${caller.workspaceId} and id = ${runId}`)
}

type At = { readonly runId: string; readonly state: "writing" | "undoing" }

/** Takes a run for its work; refused while somebody else who works on it is alive. */
export async function claimRun(on: Db, caller: Caller, { runId, state }: At): Promise<void> {
  assertCan(caller, "import.write")
  const taken = await on.execute<{ id: string }>(sql`
    update sync_run set heartbeat_at = clock_timestamp()
    where workspace_id = ${caller.workspaceId} and id = ${runId} and state = ${state}
      and (heartbeat_at is null or heartbeat_at < clock_timestamp() - ${silentSeconds} * interval '1 second')
    returning id`)
  if (taken.length === 0)
    throw new AppError("conflict", "Somebody else is working on this import right now.", {
      retryAfterSeconds: silentSeconds,
    })
}

/** Says that the work goes on, while it does something that changes no rows. */
export async function beatRun(on: Db, caller: Caller, { runId, state }: At): Promise<void> {
  assertCan(caller, "import.write")
  await on.execute(sql`
    update sync_run set heartbeat_at = clock_timestamp()
    where workspace_id = ${caller.workspaceId} and id = ${runId} and state = ${state}`)
}

/** Whoever worked on the run stopped and says so: the next one need not wait. */
export async function releaseRun(on: Db, caller: Caller, { runId }: { runId: string }): Promise<void> {
  assertCan(caller, "import.write")
  await on.execute(sql`
    update sync_run set heartbeat_at = null where workspace_id = ${caller.workspaceId} and id = ${runId}`)
}

/**
 * Begins a chunk: locks the run, makes sure that nobody took it over, and names it for the journal, which keeps
 * every row that changes from here to the end of the transaction. Its commit does not wait for the disk: a crash
 * may lose the last chunks together with the record of how far they came, and the run is resumed before them. The
 * end of the run waits for all.
 */
export async function beginChunk(
  on: Db,
  caller: Caller,
  { runId, writtenThrough }: { runId: string; writtenThrough: number },
): Promise<void> {
  assertCan(caller, "import.write")
  const [run] = await on.execute<{ id: string }>(sql`
    select id, set_config('csops.import_run', ${runId}, true), set_config('synchronous_commit', 'off', true)
    from sync_run where workspace_id = ${caller.workspaceId} and id = ${runId}
      and state = 'writing' and written_through = ${writtenThrough} for update`)
  if (!run) throw new AppError("conflict", "This import was taken over by another worker.")
}

export type ChunkCounts = {
  readonly created: number
  readonly updated: number
  readonly skipped: number
  readonly rejected: number
  readonly signals: number
}

/** Ends a chunk: what it did and how far it came, in its own transaction. */
export async function endChunk(
  on: Db,
  caller: Caller,
  { runId, writtenThrough, counts }: { runId: string; writtenThrough: number; counts: ChunkCounts },
): Promise<void> {
  assertCan(caller, "import.write")
  await on.execute(sql`
    update sync_run set written_through = ${writtenThrough}, heartbeat_at = clock_timestamp(),
      created = created + ${counts.created}, updated = updated + ${counts.updated},
      skipped = skipped + ${counts.skipped}, rejected = rejected + ${counts.rejected},
      signals = signals + ${counts.signals}
    where workspace_id = ${caller.workspaceId} and id = ${runId}`)
}

/** Rows that were skipped as long as what they name was not there, and are changed by their link. */
export async function countLinked(
  on: Db,
  caller: Caller,
  { runId, count }: { runId: string; count: number },
): Promise<void> {
  assertCan(caller, "import.write")
  if (count === 0) return
  await on.execute(sql`
    update sync_run set updated = updated + ${count}, skipped = greatest(0, skipped - ${count})
    where workspace_id = ${caller.workspaceId} and id = ${runId}`)
}

export type LeftOut = {
  readonly row: number
  readonly cells: readonly string[]
  readonly problems: readonly { readonly what: string; readonly fix: string }[]
}

/** Keeps rows that are left out, to be downloaded and repaired; beyond a hundred thousand they are only counted. */
export async function keepRejected(
  on: Db,
  caller: Caller,
  { runId, rows }: { runId: string; rows: readonly LeftOut[] },
): Promise<void> {
  assertCan(caller, "import.write")
  if (rows.length === 0) return
  await on.execute(sql`
    insert into rejected_row (workspace_id, run_id, row_number, cells, problems)
    select ${caller.workspaceId}, ${runId}, "row", cells, problems
    from jsonb_to_recordset(${storableJson(rows)}::jsonb) as g("row" integer, cells jsonb, problems jsonb)
    where (select rejected from sync_run where workspace_id = ${caller.workspaceId} and id = ${runId})
      < ${importLimits.rejectedRows}
    on conflict do nothing`)
}

type Finished = { readonly kind: ImportKind; readonly fileName: string }
type Ended = Finished & {
  readonly sourceId: number
  readonly created: number
  readonly updated: number
  readonly skipped: number
  readonly signals: number
}

/** All rows are written: the import can be taken back for a day. */
export async function finishRun(on: Db, caller: Caller, { runId }: { runId: string }): Promise<void> {
  assertCan(caller, "import.write")
  const [run] = await on.execute<Ended>(sql`
    update sync_run set state = 'done', finished_at = now(), heartbeat_at = null,
      undo_until = now() + ${undoHours} * interval '1 hour'
    where workspace_id = ${caller.workspaceId} and id = ${runId} and state = 'writing'
    returning kind, file_name as "fileName", source_id as "sourceId", created, updated, skipped, signals`)
  if (!run) throw new AppError("conflict", "This import was taken over by another worker.")
  const { sourceId, ...payload } = run
  await keepSourceBefore(on, caller, runId)
  await on.execute(sql`
    update source s set complete_to = greatest(s.complete_to, r.last_day), last_error = null
    from sync_run r
    where s.workspace_id = ${caller.workspaceId} and s.id = ${sourceId} and r.workspace_id = s.workspace_id
      and r.id = ${runId}
      and (s.complete_to is distinct from greatest(s.complete_to, r.last_day) or s.last_error is not null)`)
  await record(on, caller, { type: "import.finished", caseType: "import", caseId: runId, payload })
}

/**
 * It stopped in the middle: whole chunks are written, and it can be resumed or taken back. A later try that stops
 * for the same cause is not told again.
 */
export async function failRun(
  on: Db,
  caller: Caller,
  { runId, because }: { runId: string; because: string },
): Promise<void> {
  assertCan(caller, "import.write")
  const [run] = await on.execute<Finished & { sourceId: number; failedBefore: boolean }>(sql`
    update sync_run r set state = 'failed', finished_at = now(), heartbeat_at = null,
      undo_until = now() + ${resumeDays} * interval '1 day'
    from (select undo_until is not null as failed_before from sync_run
      where workspace_id = ${caller.workspaceId} and id = ${runId} for update) old
    where r.workspace_id = ${caller.workspaceId} and r.id = ${runId} and r.state = 'writing'
    returning r.kind, r.file_name as "fileName", r.source_id as "sourceId", old.failed_before as "failedBefore"`)
  if (!run) return
  const { sourceId, failedBefore, ...payload } = run
  await keepSourceBefore(on, caller, runId)
  const told = because.slice(0, 500).toWellFormed().replaceAll("\u0000", "")
  const changed = await on.execute(sql`
    update source set last_error = ${told}
    where workspace_id = ${caller.workspaceId} and id = ${sourceId} and last_error is distinct from ${told}
    returning id`)
  if (failedBefore && changed.length === 0) return
  await record(on, caller, { type: "import.failed", caseType: "import", caseId: runId, payload })
}

/** The file has open problems and nobody is there to repair them: nothing is written, and the run keeps why. */
export async function refuseRun(on: Db, caller: Caller, { runId }: { runId: string }): Promise<void> {
  assertCan(caller, "import.write")
  const [run] = await on.execute<Finished & { sourceId: number; problems: number; what: string | null }>(sql`
    update sync_run set state = 'refused', finished_at = now(),
      rows_read = coalesce((report ->> 'rows')::integer, 0), rejected = coalesce((report ->> 'rows')::integer, 0),
      problems = coalesce(report -> 'problems', problems)
    where workspace_id = ${caller.workspaceId} and id = ${runId} and state in ('draft', 'checked')
    returning kind, file_name as "fileName", source_id as "sourceId", jsonb_array_length(problems) as problems,
      problems #>> '{0,what}' as what`)
  if (!run) return
  const { sourceId, what, ...payload } = run
  await on.execute(sql`
    update source set last_error = ${what ?? "The file was refused"}
    where workspace_id = ${caller.workspaceId} and id = ${sourceId}`)
  await record(on, caller, { type: "import.refused", caseType: "import", caseId: runId, payload })
}
