import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { Db } from "../client.ts"
import { plainArray } from "../plain-array.ts"

/** The numbers of the measures that an import made. */
export async function madeMeasures(on: Db, caller: Caller, runId: string): Promise<number[]> {
  const rows = await on.execute<{ id: number }>(sql`
    select (after ->> 'id')::integer as id from import_journal
    where workspace_id = ${caller.workspaceId} and run_id = ${runId} and table_name = 'measure'
      and operation = 'INSERT'`)
  return rows.map(({ id }) => id)
}

type Page = {
  readonly measureIds: readonly number[]
  /** Accounts after this one in id order, null for the first; so many of them. */
  readonly after: string | null
  readonly accounts: number
}

export type MeasuresInUse = {
  readonly ids: readonly number[]
  /** The last account that was looked at; null when there was none. */
  readonly next: string | null
  readonly isLast: boolean
}

/**
 * Those of the measures that have readings of some accounts. Readings are found by account first: all of an account are
 * passed over once for all measures together, which takes as long as there are readings and not as there are both.
 */
export async function measuresInUse(
  on: Db,
  caller: Caller,
  { measureIds, after, accounts }: Page,
): Promise<MeasuresInUse> {
  const page = await on.execute<{ id: string }>(sql`
    select id from account where workspace_id = ${caller.workspaceId}
      and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${accounts}`)
  const [first, last] = [page[0]?.id, page.at(-1)?.id]
  if (!first || !last) return { ids: [], next: null, isLast: true }
  const rows = await on.execute<{ id: number }>(sql`
    select distinct measure_id as id from signal
    where workspace_id = ${caller.workspaceId} and account_id between ${first}::uuid and ${last}::uuid
      and measure_id = any (${plainArray(measureIds)}::integer[])`)
  return { ids: rows.map(({ id }) => id), next: last, isLast: page.length < accounts }
}
