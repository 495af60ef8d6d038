import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { Db } from "../client.ts"

/**
 * The measures that an import made and that have readings of others by now. Looked for account by account, because
 * readings are found by account first.
 */
export async function madeMeasuresInUse(on: Db, caller: Caller, runId: string): Promise<number[]> {
  const rows = await on.execute<{ id: number }>(sql`
    with made as (
      select (after ->> 'id')::integer as id from import_journal
      where workspace_id = ${caller.workspaceId} and run_id = ${runId} and table_name = 'measure'
        and operation = 'INSERT'
    )
    select id from made where exists (
      select 1 from account a cross join lateral (
        select 1 from signal s where s.workspace_id = ${caller.workspaceId} and s.account_id = a.id
          and s.measure_id = made.id limit 1) reading
      where a.workspace_id = ${caller.workspaceId})`)
  return rows.map(({ id }) => id)
}
