import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { openingCorrection } from "#lib/contracts/opening-correction.ts"
import type { ArrMovementKind } from "#lib/contracts/schema.ts"
import { newId } from "#lib/platform/new-id.ts"
import type { Db } from "../client.ts"
import { plainArray } from "../plain-array.ts"
import { refreshAccountList } from "./account-list.ts"
import { lockAccounts } from "./accounts.ts"
import { type Cause, causeOf } from "./cause.ts"
import { assertOwnCurrency } from "./own-currency.ts"
import { record } from "./record.ts"

export type MovementDraft = {
  readonly accountId: string
  readonly day: string
  readonly kind: ArrMovementKind
  /** Signed change of annual recurring revenue. */
  readonly amountCents: number
  readonly currency: string
  /** Which of several equal ones it is, from 1: it is there already when as many are stored. */
  readonly occurrence?: number
}

/**
 * Adds changes of annual recurring revenue; one of the same account, day, kind and amount is there already. Where
 * they tell the history of a sum that was stated whole, that sum gives them back, so that the present stays as it was.
 */
export async function addMovements(
  on: Db,
  caller: Caller,
  { movements, source, cause }: { movements: readonly MovementDraft[]; source: string; cause?: Cause },
): Promise<{ created: number }> {
  assertCan(caller, "account.write")
  if (movements.length === 0) return { created: 0 }
  await assertOwnCurrency(
    on,
    caller,
    movements.map((row) => row.currency),
  )
  await lockAccounts(on, caller)
  const openings = await firstMovements(on, caller, {
    accountIds: [...new Set(movements.map((row) => row.accountId))],
    runId: cause?.caseType === "import" ? cause.caseId : null,
  })
  const made = await insertMovements(on, caller, { movements, source })
  const corrections = correctionsOf(openings, made)
  await insertMovements(on, caller, { movements: corrections, source, evenAgain: true })
  const moved = [...new Set(made.map((row) => row.accountId))]
  await refreshAccountList(on, caller, moved)
  if (moved.length > 0)
    await record(on, caller, {
      type: "arr.moved",
      ...causeOf(caller, cause),
      payload: { count: moved.length, accountIds: moved.slice(0, 200) },
    })
  return { created: made.length }
}

async function insertMovements(
  on: Db,
  caller: Caller,
  {
    movements,
    source,
    evenAgain = false,
  }: { movements: readonly MovementDraft[]; source: string; evenAgain?: boolean },
): Promise<MovementDraft[]> {
  if (movements.length === 0) return []
  const rows = JSON.stringify(movements.map((movement) => ({ occurrence: 1, ...movement, id: newId() })))
  const made = await on.execute<MovementDraft & { cents: string }>(sql`
    insert into arr_movement (workspace_id, id, account_id, kind, effective_on, amount_cents, currency, source)
    select distinct on ("accountId", day, kind, "amountCents", occurrence) ${caller.workspaceId}::uuid, id, "accountId", kind, day,
      "amountCents", currency, ${source}
    from jsonb_to_recordset(${rows}::jsonb) as g(id uuid, "accountId" uuid, day date, kind arr_movement_kind,
      "amountCents" bigint, currency text, occurrence integer)
    where ${evenAgain}::boolean or occurrence > (
      select count(*) from arr_movement m where m.workspace_id = ${caller.workspaceId}
        and m.account_id = g."accountId" and m.effective_on = g.day and m.kind = g.kind
        and m.amount_cents = g."amountCents")
    returning account_id as "accountId", effective_on::text as day, kind, amount_cents::text as cents, currency`)
  return made.map(({ cents, ...row }) => ({ ...row, amountCents: Number(cents) }))
}

type Opening = { readonly kind: ArrMovementKind; readonly day: string; readonly currency: string }

function correctionsOf(
  openings: ReadonlyMap<string, Opening>,
  made: readonly MovementDraft[],
): MovementDraft[] {
  return [...Map.groupBy(made, ({ accountId }) => accountId)].flatMap(([accountId, loaded]) => {
    const opening = openings.get(accountId) ?? null
    const amountCents = openingCorrection(opening, loaded)
    return opening && amountCents !== 0 ? [{ accountId, ...opening, amountCents }] : []
  })
}

/** What an import itself has told so far is no sum that was stated before it. */
async function firstMovements(
  on: Db,
  caller: Caller,
  { accountIds, runId }: { accountIds: readonly string[]; runId: string | null },
): Promise<Map<string, Opening>> {
  const rows = await on.execute<Opening & { account_id: string }>(sql`
    select distinct on (account_id) account_id, effective_on::text as day, kind, currency from arr_movement m
    where workspace_id = ${caller.workspaceId} and account_id = any (${plainArray(accountIds)}::uuid[])
      and (${runId}::uuid is null or not exists (
        select 1 from import_journal j where j.workspace_id = m.workspace_id and j.run_id = ${runId}::uuid
          and j.table_name = 'arr_movement' and j.after ->> 'account_id' = m.account_id::text
          and j.after ->> 'id' = m.id::text))
    order by account_id, effective_on, (kind = 'new') desc, id`)
  return new Map(rows.map(({ account_id, ...opening }) => [account_id, opening]))
}
