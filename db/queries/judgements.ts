import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { Judgement } from "#lib/health/counting-score.ts"
import type { Db } from "../client.ts"

/** The judgements of accounts that were in force at any time since an instant, by account. */
export async function judgementsSince(
  on: Db,
  caller: Caller,
  { accountIds, since }: { accountIds: readonly string[]; since: Date },
): Promise<Map<string, Judgement[]>> {
  const ends = sql`least(expires_at, coalesce(ended_at, 'infinity'))`
  const rows = await on.execute<{ account_id: string; value: number; set_at: string; ends_at: string }>(sql`
    select account_id, value, set_at::text, ${ends}::text as ends_at from health_override
    where workspace_id = ${caller.workspaceId} and account_id = any (${`{${accountIds.join(",")}}`}::uuid[])
      and ${ends} > ${since.toISOString()}::timestamptz`)
  const byAccount = new Map<string, Judgement[]>()
  for (const { account_id, value, set_at, ends_at } of rows)
    byAccount.set(account_id, [
      ...(byAccount.get(account_id) ?? []),
      { value, setAt: new Date(set_at), endsAt: new Date(ends_at) },
    ])
  return byAccount
}
