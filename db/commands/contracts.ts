import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import type { ArrMovementKind } from "#lib/contracts/schema.ts"
import { assertDistinct } from "#lib/imports/assert-distinct.ts"
import { decideArrMovement } from "#lib/imports/decide-arr-movement.ts"
import { newId } from "#lib/platform/new-id.ts"
import type { Db } from "../client.ts"
import { refreshAccountList } from "./account-list.ts"
import { lockAccounts } from "./accounts.ts"
import { type Cause, causeOf } from "./cause.ts"
import { assertOwnCurrency } from "./own-currency.ts"
import { record } from "./record.ts"

type StatedArr = {
  readonly day: string
  readonly source: string
  readonly currency: string
  readonly accounts: readonly { readonly accountId: string; readonly statedCents: number }[]
  readonly cause?: Cause
}

/** How many accounts got another sum, and which. */
export type MovedArr = { readonly moved: number; readonly accountIds: readonly string[] }

type Movement = {
  readonly id: string
  readonly account_id: string
  readonly kind: ArrMovementKind
  readonly day: string
  readonly amountCents: number
}

/**
 * Brings the annual recurring revenue of accounts to a stated sum as of a day, by one movement each or none. The
 * stated sum holds until the next day that has a movement: a second movement on that day takes the difference
 * back, so that history loaded afterwards leaves the sums of the days after it as they were stated.
 */
export async function moveArr(on: Db, caller: Caller, input: StatedArr): Promise<MovedArr> {
  assertCan(caller, "account.write")
  const { day, source, currency, accounts, cause } = input
  if (accounts.length === 0) return { moved: 0, accountIds: [] }
  assertDistinct(accounts, ({ accountId }) => accountId, "The revenue of account")
  await assertOwnCurrency(on, caller, [currency])
  await lockAccounts(on, caller)
  const ids = accounts.map(({ accountId }) => accountId)
  const [sums, later] = [await sumsUpTo(on, caller, ids, day), await nextMovements(on, caller, ids, day)]
  const movements = accounts.flatMap(({ accountId, statedCents }): Movement[] => {
    const presentCents = sums.get(accountId) ?? 0
    const movement = decideArrMovement({ presentCents, hasHistory: sums.has(accountId), statedCents })
    if (!movement) return []
    const next = later.get(accountId)
    const stated = { id: newId(), account_id: accountId, day, ...movement }
    if (!next) return [stated]
    // It corrects the later movement, so it is of the same kind: the two together are what happened then.
    return [stated, { ...stated, id: newId(), ...next, amountCents: -movement.amountCents }]
  })
  if (movements.length === 0) return { moved: 0, accountIds: [] }
  await on.execute(sql`
    insert into arr_movement (workspace_id, id, account_id, kind, effective_on, amount_cents, currency, source)
    select ${caller.workspaceId}, id, account_id, kind, day, "amountCents", ${currency}, ${source}
    from jsonb_to_recordset(${JSON.stringify(movements)}::jsonb)
      as g(id uuid, account_id uuid, kind arr_movement_kind, day date, "amountCents" bigint)`)
  const moved = [...new Set(movements.map((row) => row.account_id))]
  await refreshAccountList(on, caller, moved)
  await record(on, caller, {
    type: "arr.moved",
    ...causeOf(caller, cause),
    payload: { count: moved.length, accountIds: moved.slice(0, 200) },
  })
  return { moved: moved.length, accountIds: moved }
}

async function sumsUpTo(on: Db, caller: Caller, ids: readonly string[], day: string) {
  const rows = await on.execute<{ account_id: string; cents: string }>(sql`
    select account_id, sum(amount_cents)::text as cents from arr_movement
    where workspace_id = ${caller.workspaceId} and effective_on <= ${day}
      and account_id = any (${sql.param(ids)}::uuid[])
    group by account_id`)
  return new Map(rows.map((row) => [row.account_id, Number(row.cents)]))
}

async function nextMovements(on: Db, caller: Caller, ids: readonly string[], day: string) {
  const rows = await on.execute<{ account_id: string; day: string; kind: ArrMovementKind }>(sql`
    select distinct on (account_id) account_id, effective_on::text as day, kind from arr_movement
    where workspace_id = ${caller.workspaceId} and effective_on > ${day}
      and account_id = any (${sql.param(ids)}::uuid[])
    order by account_id, effective_on, id`)
  return new Map(rows.map(({ account_id, ...next }) => [account_id, next]))
}

export type ContractDraft = {
  readonly accountId: string
  readonly externalId: string
  /** null keeps the stored start; a new contract then begins one year before its end. */
  readonly startsOn: string | null
  readonly endsOn: string
  /** Left out: what is stored stays; a new contract then has no notice date and does not renew by itself. */
  readonly noticeOn?: string
  readonly autoRenews?: boolean
  /** Left out: a new contract has the currency of the batch. */
  readonly currency?: string
}

type Contracts = {
  readonly contracts: readonly ContractDraft[]
  readonly currency: string
  /** A blank notice date empties the stored one. */
  readonly emptiesNotice?: boolean
  readonly cause?: Cause
}

/** What was written, by external id. */
export type WrittenContracts = {
  readonly written: number
  readonly created: ReadonlySet<string>
  readonly updated: ReadonlySet<string>
}

/** Creates or changes contracts by external id; those that would not change are not touched. */
export async function writeContracts(
  on: Db,
  caller: Caller,
  { contracts, currency, emptiesNotice = false, cause }: Contracts,
): Promise<WrittenContracts> {
  assertCan(caller, "account.write")
  if (contracts.length === 0) return { written: 0, created: new Set(), updated: new Set() }
  assertDistinct(contracts, ({ externalId }) => externalId, "Contract")
  await lockAccounts(on, caller)
  const rows = contracts.map((contract) => ({ ...contract, id: newId() }))
  const notice = emptiesNotice ? sql`g."noticeOn"` : sql`coalesce(g."noticeOn", c.notice_on)`
  const written = await on.execute<{ account_id: string; external_id: string; is_new: boolean }>(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as g(id uuid, "accountId" uuid, "externalId" text, "startsOn" date, "endsOn" date, "noticeOn" date,
          "autoRenews" boolean, currency text)
    ), changed as (
      update contract c set ends_on = g."endsOn", starts_on = coalesce(g."startsOn", c.starts_on),
        notice_on = ${notice}, auto_renews = coalesce(g."autoRenews", c.auto_renews),
        currency = coalesce(g.currency, c.currency)
      from given g
      where c.workspace_id = ${caller.workspaceId} and c.external_id = g."externalId"
        and (c.ends_on, c.starts_on, c.notice_on, c.auto_renews, c.currency)
          is distinct from (g."endsOn", coalesce(g."startsOn", c.starts_on), ${notice},
            coalesce(g."autoRenews", c.auto_renews), coalesce(g.currency, c.currency))
      returning c.account_id, c.external_id
    ), made as (
      insert into contract (workspace_id, id, account_id, external_id, starts_on, ends_on, notice_on, auto_renews,
        currency)
      select ${caller.workspaceId}, g.id, g."accountId", g."externalId",
        coalesce(g."startsOn", (g."endsOn" - interval '1 year')::date), g."endsOn", g."noticeOn",
        coalesce(g."autoRenews", false), coalesce(g.currency, ${currency})
      from given g where not exists (
        select 1 from contract c where c.workspace_id = ${caller.workspaceId} and c.external_id = g."externalId")
      returning account_id, external_id
    )
    select *, false as is_new from changed union all select *, true from made`)
  await refreshAccountList(
    on,
    caller,
    written.map((row) => row.account_id),
  )
  if (written.length > 0)
    await record(on, caller, {
      type: "contracts.written",
      ...causeOf(caller, cause),
      payload: { count: written.length },
    })
  const idsOf = (isNew: boolean) =>
    new Set(written.flatMap((row) => (row.is_new === isNew ? [row.external_id] : [])))
  return { written: written.length, created: idsOf(true), updated: idsOf(false) }
}
