import { type SQL, sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { notFound } from "#lib/errors.ts"
import { type ImportCheck, importCheck } from "#lib/imports/import-check.ts"
import { type ImportKind, type Problem, problem, type SyncRunState } from "#lib/imports/schema.ts"
import { type ImportSettings, importSettings } from "#lib/imports/settings.ts"
import type { MeasureKind } from "#lib/signals/schema.ts"
import type { WorkspaceKind } from "#lib/workspaces/schema.ts"
import type { Db } from "../client.ts"

export type ImportWorkspace = {
  readonly slug: string
  readonly name: string
  readonly kind: WorkspaceKind
  readonly timeZone: string
  readonly currency: string
}

/** The caller's own workspace: where values go, and in which currency and time zone they are meant. */
export async function importWorkspace(on: Db, caller: Caller): Promise<ImportWorkspace> {
  const [row] = await on.execute<ImportWorkspace>(sql`
    select slug, name, kind, time_zone as "timeZone", currency from workspace where id = ${caller.workspaceId}`)
  if (!row) throw notFound("workspace")
  return row
}

export async function measureKinds(on: Db, caller: Caller): Promise<Map<string, MeasureKind>> {
  const rows = await on.execute<{ key: string; kind: MeasureKind }>(sql`
    select key, kind from measure where workspace_id = ${caller.workspaceId}`)
  return new Map(rows.map(({ key, kind }) => [key, kind]))
}

export type ImportRunRow = {
  readonly id: string
  /** The short number that every reading of the import carries. */
  readonly number: number
  readonly kind: ImportKind
  readonly fileName: string
  readonly fileSha256: string | null
  readonly state: SyncRunState
  /** No source has the number 0: it is that of one which is gone. */
  readonly source: { readonly id: number; readonly key: string; readonly name: string }
  /** Whether it went with the import that had made it, when that was taken back. */
  readonly isSourceGone: boolean
  readonly startedBy: string
  readonly startedAt: Date
  readonly finishedAt: Date | null
  readonly rowsRead: number
  readonly created: number
  readonly updated: number
  readonly skipped: number
  readonly rejected: number
  readonly signals: number
  /** The last row of the file that is written. */
  readonly writtenThrough: number
  readonly heartbeatAt: Date | null
  readonly firstDay: string | null
  readonly lastDay: string | null
  /** Until when a finished import can be taken back. */
  readonly undoUntil: Date | null
  readonly undoneAt: Date | null
  readonly undoneBy: string | null
  /** Rows that an undo took back, and those that it left because somebody changed them since. */
  readonly takenBack: number
  readonly leftAlone: number
  readonly problems: readonly Problem[]
  readonly settings: ImportSettings
  /** What its last check found; null before it, and in lists. */
  readonly report: ImportCheck | null
}

type Raw = { [Key in keyof ImportRunRow]: ImportRunRow[Key] extends Date | null ? string | null : unknown }

const columns = (report: SQL): SQL => sql`
  r.id, r.number, r.kind, r.file_name as "fileName", r.file_sha256 as "fileSha256", r.state,
  json_build_object('id', coalesce(s.id, 0), 'key', coalesce(s.key, r.source_key, ''),
    'name', coalesce(s.name, r.source_key, '')) as source, s.id is null as "isSourceGone", r.started_by as "startedBy",
  to_json(r.started_at) #>> '{}' as "startedAt", to_json(r.finished_at) #>> '{}' as "finishedAt",
  r.rows_read as "rowsRead", r.created, r.updated, r.skipped, r.rejected, r.signals,
  r.written_through as "writtenThrough", to_json(r.heartbeat_at) #>> '{}' as "heartbeatAt",
  r.first_day::text as "firstDay", r.last_day::text as "lastDay",
  to_json(r.undo_until) #>> '{}' as "undoUntil", to_json(r.undone_at) #>> '{}' as "undoneAt",
  r.undone_by as "undoneBy", coalesce((r.report #>> '{undo,takenBack}')::integer, 0) as "takenBack",
  r.left_alone as "leftAlone", r.problems, r.settings, ${report} as report`

const from = (caller: Caller): SQL => sql`
  sync_run r left join source s on s.workspace_id = r.workspace_id and s.id = r.source_id
  where r.workspace_id = ${caller.workspaceId}`

/** A run with all that is known of it; null when the workspace has none of this id. */
export async function importRun(on: Db, caller: Caller, runId: string): Promise<ImportRunRow | null> {
  const [row] = await on.execute<Raw>(sql`
    select ${columns(sql`r.report`)} from ${from(caller)} and r.id::text = ${runId}`)
  return row ? asRun(row) : null
}

/** The newest runs first, those after (older than) the run `after`. */
export async function importRuns(
  on: Db,
  caller: Caller,
  { after, limit }: { after?: string | null; limit: number },
): Promise<ImportRunRow[]> {
  const older = after
    ? sql`and (r.started_at, r.id) < (select started_at, id from sync_run
        where workspace_id = ${caller.workspaceId} and id::text = ${after})`
    : sql``
  const rows = await on.execute<Raw>(sql`
    select ${columns(sql`null::jsonb`)} from ${from(caller)} ${older}
    order by r.started_at desc, r.id desc limit ${limit}`)
  return rows.map(asRun)
}

function asRun(row: Raw): ImportRunRow {
  const report = importCheck.safeParse(row.report)
  const settings = importSettings.safeParse(row.settings)
  return {
    ...(row as unknown as ImportRunRow),
    startedAt: new Date(String(row.startedAt)),
    finishedAt: asDate(row.finishedAt),
    heartbeatAt: asDate(row.heartbeatAt),
    undoUntil: asDate(row.undoUntil),
    undoneAt: asDate(row.undoneAt),
    problems: problem.array().parse(row.problems),
    settings: settings.success ? settings.data : importSettings.parse({}),
    report: report.success ? report.data : null,
  }
}

const asDate = (text: unknown): Date | null => (typeof text === "string" ? new Date(text) : null)

/** How a file with this header was read the last time. */
export async function rememberedMapping(
  on: Db,
  caller: Caller,
  { kind, headerSha256 }: { kind: ImportKind; headerSha256: string },
): Promise<{ settings: ImportSettings; usedAt: Date } | null> {
  const [row] = await on.execute<{ settings: unknown; used_at: string }>(sql`
    select settings, to_json(used_at) #>> '{}' as used_at from import_mapping
    where workspace_id = ${caller.workspaceId} and kind = ${kind} and header_sha256 = ${headerSha256}`)
  const settings = importSettings.safeParse(row?.settings)
  return row && settings.success ? { settings: settings.data, usedAt: new Date(row.used_at) } : null
}

export type RejectedRow = {
  readonly row: number
  readonly cells: readonly string[]
  readonly problems: readonly { readonly what: string; readonly fix: string }[]
}

/** Rows that an import left out, after a row number, in order. */
export async function rejectedRows(
  on: Db,
  caller: Caller,
  { runId, after, limit }: { runId: string; after: number; limit: number },
): Promise<RejectedRow[]> {
  const rows = await on.execute<RejectedRow>(sql`
    select row_number as row, cells, problems from rejected_row
    where workspace_id = ${caller.workspaceId} and run_id::text = ${runId} and row_number > ${after}
    order by row_number limit ${limit}`)
  return [...rows]
}
