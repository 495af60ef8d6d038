import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import type { ArrMovementKind } from "#lib/contracts/schema.ts"
import { newId } from "#lib/platform/new-id.ts"
import type { Db } from "../client.ts"
import { refreshAccountList } from "./account-list.ts"
import { lockAccounts } from "./accounts.ts"
import { type Cause, causeOf } from "./cause.ts"
import { record } from "./record.ts"

export type MovementDraft = {
  readonly accountId: string
  readonly day: string
  readonly kind: ArrMovementKind
  /** Signed change of annual recurring revenue. */
  readonly amountCents: number
  readonly currency: string
}

/** Adds changes of annual recurring revenue; one of the same account, day, kind and amount is there already. */
export async function addMovements(
  on: Db,
  caller: Caller,
  { movements, source, cause }: { movements: readonly MovementDraft[]; source: string; cause?: Cause },
): Promise<{ created: number }> {
  assertCan(caller, "account.write")
  if (movements.length === 0) return { created: 0 }
  await lockAccounts(on, caller)
  const rows = JSON.stringify(movements.map((movement) => ({ ...movement, id: newId() })))
  const made = await on.execute<{ account_id: string }>(sql`
    insert into arr_movement (workspace_id, id, account_id, kind, effective_on, amount_cents, currency, source)
    select distinct on ("accountId", day, kind, "amountCents") ${caller.workspaceId}::uuid, id, "accountId", kind, day,
      "amountCents", currency, ${source}
    from jsonb_to_recordset(${rows}::jsonb) as g(id uuid, "accountId" uuid, day date, kind arr_movement_kind,
      "amountCents" bigint, currency text)
    where not exists (
      select 1 from arr_movement m where m.workspace_id = ${caller.workspaceId} and m.account_id = g."accountId"
        and m.effective_on = g.day and m.kind = g.kind and m.amount_cents = g."amountCents")
    returning account_id`)
  const moved = [...new Set(made.map((row) => row.account_id))]
  await refreshAccountList(on, caller, moved)
  if (moved.length > 0)
    await record(on, caller, {
      type: "arr.moved",
      ...causeOf(caller, cause),
      payload: { count: moved.length, accountIds: moved.slice(0, 200) },
    })
  return { created: made.length }
}
