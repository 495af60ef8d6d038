import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import type { Db } from "../client.ts"
import { publishedModels } from "../queries/health.ts"
import { holdAccountList } from "./account-list.ts"
import { scoreChunk } from "./rescore.ts"
import { rescoreChannel } from "./signals-due.ts"

/** Few enough for an event to name them all: only pages of these accounts look again. */
const atMost = 150
/** More accounts than this, marked by one transaction, are bulk: they wait for those that were marked singly. */
const fewTogether = 20
const markedAtOnce = 2_000

/**
 * Scores accounts that are marked as due and takes the marks away, in one transaction: a crash loses nothing. Nobody
 * else scores in the workspace meanwhile, so two workers never take the same account. A reading that arrives after
 * its account was read finds no mark, waits for this transaction to end, and leaves a new one.
 */
export async function rescoreDue(
  on: Db,
  caller: Caller,
  { day }: { day: string },
): Promise<{ taken: number; written: number; remaining: boolean }> {
  assertCan(caller, "health.rescore")
  if (!(await isAnyDue(on, caller))) return { taken: 0, written: 0, remaining: false }
  await on.execute(sql`select pg_advisory_xact_lock(hashtextextended(${caller.workspaceId}, 44))`)
  const rows = await on.execute<{ account_id: string }>(sql`
    with lane as (
      select account_id, since, count(*) over (partition by since) > ${fewTogether} as is_bulk
      from rescore_due where workspace_id = ${caller.workspaceId}
    )
    select account_id from lane order by is_bulk, since limit ${atMost}`)
  if (rows.length === 0) return { taken: 0, written: 0, remaining: false }
  const only = rows.map((row) => row.account_id)
  // Before the marks: an import that changes these accounts has their rows when it comes to its marks.
  await holdAccountList(on, caller, only)
  await on.execute(sql`
    delete from rescore_due where workspace_id = ${caller.workspaceId}
      and account_id = any (${`{${only.join(",")}}`}::uuid[])`)
  const models = await publishedModels(on, caller)
  const { written } = await scoreChunk(on, caller, { models, day, after: null, only })
  return { taken: rows.length, written, remaining: rows.length === atMost }
}

async function isAnyDue(on: Db, caller: Caller): Promise<boolean> {
  const [row] = await on.execute<{ any: boolean }>(sql`
    select exists (select 1 from rescore_due where workspace_id = ${caller.workspaceId}) as any`)
  return row?.any ?? false
}

/**
 * Marks the accounts after one, in id order, as due: a chunk of all of them, for what concerns every account.
 * Returns the account after which the next chunk begins; null after the last one.
 */
export async function markAllForRescore(
  on: Db,
  caller: Caller,
  { after }: { after: string | null },
): Promise<{ next: string | null }> {
  assertCan(caller, "health.rescore")
  const rows = await on.execute<{ id: string }>(sql`
    with chunk as (
      select id from account where workspace_id = ${caller.workspaceId} ${after ? sql`and id > ${after}` : sql``}
      order by id limit ${markedAtOnce}
    ), marked as (
      insert into rescore_due (workspace_id, account_id) select ${caller.workspaceId}::uuid, id from chunk order by id
      on conflict do nothing
    )
    select id from chunk order by id`)
  await on.execute(sql`select pg_notify(${rescoreChannel}, ${caller.workspaceId})`)
  return { next: rows.length < markedAtOnce ? null : (rows.at(-1)?.id ?? null) }
}
