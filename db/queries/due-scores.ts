import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { Db } from "../client.ts"

const mostShown = 50

export type DueScores = {
  /** Accounts with readings that no score knows yet. */
  readonly waiting: number
  /** All accounts of the workspace. */
  readonly accounts: number
  /** Since when the one that waits longest does. */
  readonly oldest: Date | null
  /** Accounts that could not be scored, newest first. */
  readonly setAside: readonly {
    readonly accountId: string
    readonly slug: string
    readonly name: string
    readonly failedAt: Date
    readonly error: string
  }[]
}

/** What waits for its score in the caller's workspace, and what could not be scored. */
export async function dueScores(on: Db, caller: Caller): Promise<DueScores> {
  const [row] = await on.execute<{ waiting: number; oldest: string | null; accounts: number }>(sql`
    select count(*)::int as waiting, min(since)::text as oldest,
      (select count(*)::int from account where workspace_id = ${caller.workspaceId}) as accounts
    from rescore_due
    where workspace_id = ${caller.workspaceId} and failed_at is null`)
  const failed = await on.execute<{
    accountId: string
    slug: string
    name: string
    failedAt: string
    error: string
  }>(sql`
    select d.account_id as "accountId", a.slug, a.name, d.failed_at::text as "failedAt", coalesce(d.error, '') as error
    from rescore_due d join account a on a.workspace_id = d.workspace_id and a.id = d.account_id
    where d.workspace_id = ${caller.workspaceId} and d.failed_at is not null
    order by d.failed_at desc, d.account_id limit ${mostShown}`)
  return {
    waiting: row?.waiting ?? 0,
    accounts: row?.accounts ?? 0,
    oldest: row?.oldest ? new Date(row.oldest) : null,
    setAside: failed.map((one) => ({ ...one, failedAt: new Date(one.failedAt) })),
  }
}
