import type { Sql } from "postgres"

export async function workspaceIdOf(on: Sql, slug: string): Promise<string> {
  const [row] = await on<{ id: string }[]>`select id from workspace where slug = ${slug}`
  if (!row) throw new Error(`There is no workspace ${slug}.`)
  return row.id
}

/** Every event of a workspace as the stream must tell it: ids in commit-safe order. */
export async function eventIds(on: Sql, workspaceId: string): Promise<string[]> {
  const rows = await on<{ id: string }[]>`
    select (select value from installation where key = 'event_epoch') || '-' || xid || '-' || seq as id
    from event where workspace_id = ${workspaceId} order by event.xid, event.seq`
  return rows.map(({ id }) => id)
}

/** The cursor of an empty stream's beginning. */
export async function beginning(on: Sql): Promise<string> {
  const [row] = await on<{ id: string }[]>`
    select value || '-' || pg_snapshot_xmin(pg_current_snapshot()) || '-0' as id
    from installation where key = 'event_epoch'`
  return row?.id ?? ""
}

/** Terminates the product's connections, all or those of one name; returns how many died. */
export async function terminateConnections(on: Sql, name?: string): Promise<{ idle: number; busy: number }> {
  const rows = await on<{ state: string | null; ended: boolean }[]>`
    select state, pg_terminate_backend(pid) as ended from pg_stat_activity
    where usename = 'csops_app' and (${name ?? null}::text is null or application_name = ${name ?? null})`
  const ended = rows.filter((row) => row.ended)
  const idle = ended.filter((row) => row.state === "idle").length
  return { idle, busy: ended.length - idle }
}
