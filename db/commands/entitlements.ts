import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { assertDistinct } from "#lib/imports/assert-distinct.ts"
import { newId } from "#lib/platform/new-id.ts"
import type { Db } from "../client.ts"
import { type Cause, causeOf } from "./cause.ts"
import { record } from "./record.ts"

export type ProductDraft = { readonly sku: string; readonly name: string }

export type EntitlementDraft = {
  readonly contractExternalId: string
  readonly sku: string
  readonly quantity: number
  /** Per unit and year. */
  readonly listPriceCents: number
  readonly paidPriceCents: number
}

export type WrittenLine = {
  readonly contractExternalId: string
  readonly sku: string
  readonly isNew: boolean
}

type Lines = {
  readonly products: readonly ProductDraft[]
  readonly entitlements: readonly EntitlementDraft[]
  readonly cause?: Cause
}

/**
 * Creates or updates products by their number and the lines of contracts by contract and product; what would not
 * change is not touched. Lines of a contract or product that the workspace does not have are counted as unknown.
 */
export async function writeEntitlements(
  on: Db,
  caller: Caller,
  { products, entitlements, cause }: Lines,
): Promise<{ written: number; unknown: number; lines: readonly WrittenLine[] }> {
  assertCan(caller, "account.write")
  assertDistinct(products, ({ sku }) => sku, "Product")
  assertDistinct(
    entitlements,
    ({ contractExternalId, sku }) => `${sku} of contract ${contractExternalId}`,
    "Product",
  )
  const named = JSON.stringify(products.map((product) => ({ id: newId(), ...product })))
  const saved = await on.execute<{ id: string }>(sql`
    insert into product as p (workspace_id, id, sku, name)
    select ${caller.workspaceId}, id, sku, name
    from jsonb_to_recordset(${named}::jsonb) as g(id uuid, sku text, name text)
    on conflict (workspace_id, sku) do update set name = excluded.name where p.name <> excluded.name
    returning id`)
  const lines = await on.execute<{
    known: number
    contract: string | null
    sku: string | null
    is_new: boolean | null
  }>(sql`
    with given as (
      select c.id as contract_id, p.id as product_id, c.external_id as contract, p.sku, g.quantity, g."listPriceCents", g."paidPriceCents"
      from jsonb_to_recordset(${JSON.stringify(entitlements)}::jsonb) as g("contractExternalId" text, sku text,
          quantity integer, "listPriceCents" bigint, "paidPriceCents" bigint)
        join contract c on c.workspace_id = ${caller.workspaceId} and c.external_id = g."contractExternalId"
        join product p on p.workspace_id = ${caller.workspaceId} and p.sku = g.sku
    ), saved as (
      insert into entitlement as e (workspace_id, contract_id, product_id, quantity, list_price_cents, paid_price_cents)
      select ${caller.workspaceId}, contract_id, product_id, quantity, "listPriceCents", "paidPriceCents" from given
      on conflict (workspace_id, contract_id, product_id) do update set quantity = excluded.quantity,
        list_price_cents = excluded.list_price_cents, paid_price_cents = excluded.paid_price_cents
        where (e.quantity, e.list_price_cents, e.paid_price_cents)
          is distinct from (excluded.quantity, excluded.list_price_cents, excluded.paid_price_cents)
      returning contract_id, product_id, xmax = 0 as is_new
    )
    select k.known, s.contract, s.sku, s.is_new
    from (select count(*)::int as known from given) k
      left join (select * from saved join given using (contract_id, product_id)) s on true`)
  const saidLines = lines.flatMap(({ contract, sku, is_new }): WrittenLine[] =>
    contract === null || sku === null ? [] : [{ contractExternalId: contract, sku, isNew: is_new === true }],
  )
  const written = saidLines.length
  if (written + saved.length > 0)
    await record(on, caller, {
      type: "contracts.written",
      ...causeOf(caller, cause),
      payload: { count: written },
    })
  return { written, unknown: entitlements.length - (lines[0]?.known ?? 0), lines: saidLines }
}
