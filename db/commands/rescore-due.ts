import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import type { Db } from "../client.ts"
import { publishedModels } from "../queries/health.ts"
import { holdAccountList } from "./account-list.ts"
import { scoreChunk } from "./rescore.ts"
import { rescoreChannel } from "./signals-due.ts"

/** Few enough for an event to name them all: only pages of these accounts look again. */
const takenAtOnce = 150
const markedAtOnce = 2_000
const setAsideFor = "1 hour"

const isTried = sql.raw(`(failed_at is null or failed_at < now() - interval '${setAsideFor}')`)

/** The marked accounts whose turn it is, first those that were marked singly. */
export async function nextDue(
  on: Db,
  caller: Caller,
  { atMost = takenAtOnce, withBulk = true }: { atMost?: number; withBulk?: boolean },
): Promise<string[]> {
  const rows = await on.execute<{ account_id: string }>(sql`
    select account_id from rescore_due where workspace_id = ${caller.workspaceId} and ${isTried}
      ${withBulk ? sql`` : sql`and not is_bulk`}
    order by is_bulk, since limit ${atMost}`)
  return rows.map((row) => row.account_id)
}

/**
 * Scores accounts that are marked as due and takes the marks away, in one transaction: a crash loses nothing. Nobody
 * else scores in the workspace meanwhile, so two workers never take the same account. A reading that arrives after
 * its account was read finds no mark, waits for this transaction to end, and leaves a new one.
 */
export async function rescoreDue(
  on: Db,
  caller: Caller,
  { day, only, atMost = takenAtOnce, withBulk = true }: Due,
): Promise<RescoredDue> {
  assertCan(caller, "health.rescore")
  const nothing = { taken: 0, written: 0, remaining: false, hadBulk: false }
  if ((await nextDue(on, caller, { atMost: 1, withBulk })).length === 0) return nothing
  await on.execute(sql`select pg_advisory_xact_lock(hashtextextended(${caller.workspaceId}, 44))`)
  const next = only ?? (await nextDue(on, caller, { atMost, withBulk }))
  // Before the marks: an import that changes these accounts has their rows when it comes to its marks.
  await holdAccountList(on, caller, next)
  const taken = await takeMarks(on, caller, next)
  if (taken.ids.length === 0) return nothing
  const models = await publishedModels(on, caller)
  const { written } = await scoreChunk(on, caller, { models, day, after: null, only: taken.ids })
  return { taken: taken.ids.length, written, remaining: next.length >= atMost, hadBulk: taken.hadBulk }
}

type Due = {
  readonly day: string
  readonly only?: readonly string[]
  readonly atMost?: number
  /** False leaves those that were marked in bulk for later. */
  readonly withBulk?: boolean
}

export type RescoredDue = {
  readonly taken: number
  readonly written: number
  readonly remaining: boolean
  readonly hadBulk: boolean
}

/** A mark that somebody holds stays: the readings behind it are not there yet. */
async function takeMarks(on: Db, caller: Caller, accountIds: readonly string[]) {
  const rows = await on.execute<{ account_id: string; is_bulk: boolean }>(sql`
    with free as (
      select account_id from rescore_due where workspace_id = ${caller.workspaceId}
        and account_id = any (${`{${accountIds.join(",")}}`}::uuid[]) for update skip locked)
    delete from rescore_due d using free
    where d.workspace_id = ${caller.workspaceId} and d.account_id = free.account_id returning d.account_id, d.is_bulk`)
  return { ids: rows.map((row) => row.account_id), hadBulk: rows.some((row) => row.is_bulk) }
}

/** An account that cannot be scored keeps its mark and says why, so that it holds up no other. */
export async function setAsideDue(
  on: Db,
  caller: Caller,
  { accountId, because }: { accountId: string; because: string },
): Promise<void> {
  assertCan(caller, "health.rescore")
  await on.execute(sql`
    update rescore_due set failed_at = now(), error = ${because.slice(0, 500)}
    where workspace_id = ${caller.workspaceId} and account_id = ${accountId}`)
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
      insert into rescore_due (workspace_id, account_id, is_bulk)
      select ${caller.workspaceId}::uuid, id, true from chunk order by id
      on conflict do nothing
    )
    select id from chunk order by id`)
  await on.execute(sql`select pg_notify(${rescoreChannel}, ${caller.workspaceId})`)
  return { next: rows.length < markedAtOnce ? null : (rows.at(-1)?.id ?? null) }
}
