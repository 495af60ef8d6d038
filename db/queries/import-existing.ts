import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { Db } from "../client.ts"

/** Which of these external ids are accounts of the workspace. */
export async function knownExternalIds(
  on: Db,
  caller: Caller,
  texts: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await on.execute<{ external_id: string }>(sql`
    select external_id from account where workspace_id = ${caller.workspaceId}
      and external_id = any (${sql.param(texts)}::text[])`)
  return new Set(rows.map(({ external_id }) => external_id))
}

/** The numbers of the measures that exist, by key. */
export async function measureNumbers(
  on: Db,
  caller: Caller,
  keys: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await on.execute<{ key: string; id: number }>(sql`
    select key, id from measure where workspace_id = ${caller.workspaceId}
      and key = any (${sql.param(keys)}::text[])`)
  return new Map(rows.map(({ key, id }) => [key, id]))
}

export type JournaledChange = {
  readonly table: string
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
}

/** What the present transaction changed in the name of a run, in order. */
export async function journaledChanges(
  on: Db,
  caller: Caller,
  runId: string,
): Promise<readonly JournaledChange[]> {
  const rows = await on.execute<JournaledChange>(sql`
    select table_name as "table", before, after from import_journal
    where workspace_id = ${caller.workspaceId} and run_id = ${runId}::uuid order by seq`)
  return [...rows]
}

/** External ids of the rows of a table that a run made, in the order in which it did, after one of its changes. */
export async function rowsMadeByRun(
  on: Db,
  caller: Caller,
  { runId, table, after, limit }: { runId: string; table: string; after: number; limit: number },
): Promise<readonly { readonly seq: number; readonly externalId: string }[]> {
  const rows = await on.execute<{ seq: string; external_id: string }>(sql`
    select seq, after ->> 'external_id' as external_id from import_journal
    where workspace_id = ${caller.workspaceId} and run_id = ${runId}::uuid and seq > ${after}
      and table_name = ${table} and operation = 'INSERT' order by seq limit ${limit}`)
  return rows.map((row) => ({ seq: Number(row.seq), externalId: row.external_id }))
}

/** Names the run in the present transaction, so that the journal keeps what changes. */
export async function nameRun(on: Db, _caller: Caller, runId: string): Promise<void> {
  await on.execute(sql`select set_config('csops.import_run', ${runId}, true)`)
}
