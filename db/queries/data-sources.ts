import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import type { ImportKind, SyncRunState } from "#lib/imports/schema.ts"
import type { Db } from "../client.ts"

export type DataSource = {
  readonly key: string
  readonly name: string
  readonly kind: string
  readonly ownerId: string | null
  readonly ownerName: string | null
  /** What the source says, else the newest day that it has told about. */
  readonly completeTo: string | null
  readonly lastError: string | null
  readonly promiseHours: number | null
  readonly readingsToday: number
  readonly readings: number
  /** Rows that its imports of the last 30 days turned away, of those read. */
  readonly rejected: number
  readonly rowsRead: number
  /** Keys of the measures that it told of in the last 400 days. */
  readonly measureKeys: readonly string[]
  /** Days of the last quarter that it has readings of, oldest first. */
  readonly readingDays: readonly string[]
  /** How far it was complete when a day of the last 31 was looked at. */
  readonly noted: Readonly<Record<string, string | null>>
}

const mostSources = 200
const importDays = 30
const rhythmDays = 91
const measureDays = 400

/** The sources of the workspace by name, with what was counted of them. */
export async function dataSources(
  on: Db,
  caller: Caller,
  { today }: { today: string },
): Promise<DataSource[]> {
  const back = (days: number) => sql`${addDays(today, -days)}::date`
  const upTo = sql`${today}::date`
  const rows = await on.execute<DataSource>(sql`
    select s.key, s.name, s.kind, s.owner_id as "ownerId", p.name as "ownerName", s.last_error as "lastError",
      s.promise_hours as "promiseHours", coalesce(s.complete_to, tally.newest)::text as "completeTo",
      coalesce(tally.today, 0)::int as "readingsToday", coalesce(tally.total, 0)::int as readings,
      runs.rejected::int as rejected, runs.read::int as "rowsRead",
      coalesce(tally.measures, '{}') as "measureKeys", coalesce(tally.days, '{}') as "readingDays",
      coalesce(noted.days, '{}') as noted
    from source s
    left join person p on p.workspace_id = s.workspace_id and p.id = s.owner_id
    left join lateral (
      select sum(t.readings) as total, sum(t.readings) filter (where t.day = ${upTo}) as today,
        max(t.day) filter (where t.day <= ${upTo}) as newest,
        array_agg(distinct m.key) filter (where t.day > ${back(measureDays)}) as measures,
        array_agg(distinct t.day::text) filter (where t.day > ${back(rhythmDays)} and t.day <= ${upTo}) as days
      from signal_tally t join measure m on m.workspace_id = t.workspace_id and m.id = t.measure_id
      where t.workspace_id = s.workspace_id and t.source_id = s.id) tally on true
    left join lateral (
      select coalesce(sum(r.rejected), 0) as rejected, coalesce(sum(r.rows_read), 0) as read from sync_run r
      where r.workspace_id = s.workspace_id and r.source_id = s.id and r.state not in ('draft', 'checked', 'discarded')
        and r.started_at >= ${back(importDays)}) runs on true
    left join lateral (
      select jsonb_object_agg(d.day, d.complete_to) as days from source_day d
      where d.workspace_id = s.workspace_id and d.source_id = s.id and d.day > ${back(importDays + 1)}) noted on true
    where s.workspace_id = ${caller.workspaceId}
    order by s.name collate "C", s.id limit ${mostSources}`)
  return [...rows]
}

export type MeasureSources = {
  readonly key: string
  readonly label: string
  readonly sources: readonly { readonly key: string; readonly name: string }[]
}

/** Every input measure with the sources that told of it in the last 400 days. */
export async function measureSources(
  on: Db,
  caller: Caller,
  { today }: { today: string },
): Promise<MeasureSources[]> {
  const rows = await on.execute<MeasureSources>(sql`
    select m.key, m.label, coalesce((
      select jsonb_agg(jsonb_build_object('key', s.key, 'name', s.name) order by s.name)
      from source s where s.workspace_id = m.workspace_id and exists (
        select 1 from signal_tally t where t.workspace_id = m.workspace_id and t.source_id = s.id
          and t.measure_id = m.id and t.day > ${addDays(today, -measureDays)}::date)), '[]') as sources
    from measure m where m.workspace_id = ${caller.workspaceId} and m.role = 'input'
    order by m.label collate "C", m.id limit 500`)
  return [...rows]
}

export type RecentImport = {
  readonly id: string
  readonly kind: ImportKind
  readonly fileName: string
  readonly source: string
  readonly state: SyncRunState
  readonly rowsRead: number
  readonly created: number
  readonly updated: number
  readonly skipped: number
  readonly rejected: number
  readonly signals: number
  readonly writtenThrough: number
  readonly startedBy: string
  readonly startedAt: Date
  readonly undoUntil: Date | null
}

/** The newest imports, or those that are under way, broken off or waiting. */
export async function recentImports(
  on: Db,
  caller: Caller,
  { limit, only }: { limit: number; only?: readonly SyncRunState[] },
): Promise<RecentImport[]> {
  const rows = await on.execute<
    Omit<RecentImport, "startedAt" | "undoUntil"> & { startedAt: string; undoUntil: string | null }
  >(sql`
    select r.id, r.kind, r.file_name as "fileName", coalesce(s.name, r.source_key, '') as source, r.state,
      r.rows_read as "rowsRead",
      r.created, r.updated, r.skipped, r.rejected, r.signals, r.written_through as "writtenThrough",
      r.started_by as "startedBy", r.started_at::text as "startedAt", r.undo_until::text as "undoUntil"
    from sync_run r left join source s on s.workspace_id = r.workspace_id and s.id = r.source_id
    where r.workspace_id = ${caller.workspaceId}
      ${only ? sql`and r.state::text = any (${sql.param([...only])}::text[])` : sql`and r.state <> 'discarded'`}
    order by r.started_at desc, r.id desc limit ${limit}`)
  return rows.map((row) => ({
    ...row,
    startedAt: new Date(row.startedAt),
    undoUntil: row.undoUntil === null ? null : new Date(row.undoUntil),
  }))
}

/** How many readings were counted in all, and the months that signals can stand in. */
export async function signalMonths(
  on: Db,
  caller: Caller,
): Promise<{ counted: number; months: readonly string[] }> {
  const [row] = await on.execute<{ counted: number; months: string[] }>(sql`
    select coalesce((select sum(readings) from signal_tally where workspace_id = ${caller.workspaceId}), 0)::float8
        as counted,
      array(select replace(substr(c.relname, 8), '_', '-') from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'signal'::regclass order by 1) as months`)
  return row ?? { counted: 0, months: [] }
}

/** Whether accounts or readings arrived after an instant; never said of a workspace too large to be counted often. */
export async function dataChangedSince(
  on: Db,
  caller: Caller,
  { since, countedBelow }: { since: Date; countedBelow: number },
): Promise<boolean> {
  const [row] = await on.execute<{ changed: boolean }>(sql`
    select exists (select 1 from event e where e.workspace_id = ${caller.workspaceId} and e.at > ${since.toISOString()}
        and e.type in ('accounts.written', 'signals.received', 'contracts.written', 'contacts.written', 'people.written',
          'touchpoints.recorded', 'arr.moved', 'import.finished'))
      and coalesce((select sum(readings) from signal_tally where workspace_id = ${caller.workspaceId}), 0)
        < ${countedBelow} as changed`)
  return row?.changed ?? false
}
