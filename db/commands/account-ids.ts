import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import type { AccountId } from "#lib/id.ts"
import type { Db } from "../client.ts"
import { refreshAccountList } from "./account-list.ts"
import { lockAccounts } from "./accounts.ts"
import { type Cause, causeOf } from "./cause.ts"
import { record } from "./record.ts"

type Given = { readonly accountId: string; readonly externalId: string }

/**
 * Gives accounts the external ids that a source has for them. The contract that an accounts file made for an account
 * is called by its id, so it is renamed with it.
 */
export async function giveAccountIds(
  on: Db,
  caller: Caller,
  { ids, cause }: { ids: readonly Given[]; cause?: Cause },
): Promise<void> {
  assertCan(caller, "account.write")
  if (ids.length === 0) return
  await lockAccounts(on, caller)
  const given = sql`jsonb_to_recordset(${JSON.stringify(ids)}::jsonb) as g("accountId" uuid, "externalId" text)`
  await on.execute(sql`
    update contract c set external_id = 'account:' || g."externalId"
    from ${given} join account a on a.workspace_id = ${caller.workspaceId} and a.id = g."accountId"
    where c.workspace_id = ${caller.workspaceId} and c.account_id = a.id
      and c.external_id = 'account:' || a.external_id`)
  const changed = await on.execute<{ id: AccountId }>(sql`
    update account a set external_id = g."externalId", updated_at = now(), version = a.version + 1
    from ${given}
    where a.workspace_id = ${caller.workspaceId} and a.id = g."accountId" and a.external_id <> g."externalId"
    returning a.id`)
  const accountIds = changed.map(({ id }) => id)
  await refreshAccountList(on, caller, accountIds)
  if (accountIds.length > 0)
    await record(on, caller, {
      type: "accounts.written",
      ...causeOf(caller, cause),
      payload: { created: 0, updated: accountIds.length, accountIds: accountIds.slice(0, 200) },
    })
}
