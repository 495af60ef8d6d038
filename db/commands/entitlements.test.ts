import { sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import type { Caller } from "#lib/access/caller.ts"
import { accountFields } from "#lib/accounts/schema.ts"
import { inWorkspace } from "../in-workspace.ts"
import { type TestWorkspace, testWorkspace } from "../testing/workspace.ts"
import { writeAccounts } from "./accounts.ts"
import { type ContractDraft, writeContracts } from "./contracts.ts"
import { type EntitlementDraft, writeEntitlements } from "./entitlements.ts"

let home: TestWorkspace
let contract: ContractDraft
beforeAll(async () => {
  home = await testWorkspace()
  const accounts = [accountFields.parse({ externalId: "1", name: "One" })]
  const { ids } = await inWorkspace(home.caller, (tx) => writeAccounts(tx, home.caller, { accounts }))
  contract = {
    accountId: ids.get("1")!,
    externalId: "C-1",
    startsOn: "2026-01-01",
    endsOn: "2026-12-31",
    noticeOn: "2026-10-02",
    autoRenews: true,
  }
  await sign(contract)
})

const sign = (...contracts: ContractDraft[]) =>
  inWorkspace(home.caller, (tx) => writeContracts(tx, home.caller, { contracts, currency: "USD" }))

const products = [{ sku: "SEAT", name: "Seat" }]
const line: EntitlementDraft = {
  contractExternalId: "C-1",
  sku: "SEAT",
  quantity: 40,
  listPriceCents: 48_000,
  paidPriceCents: 36_000,
}
const write = (caller: Caller, entitlements: readonly EntitlementDraft[]) =>
  inWorkspace(caller, (tx) => writeEntitlements(tx, caller, { products, entitlements }))
const told = (caller: Caller) =>
  inWorkspace(caller, (tx) =>
    tx.execute(sql`
      select p.name, e.quantity, e.paid_price_cents::int as paid from entitlement e join product p on p.id = e.product_id`),
  )

test("a contract keeps its notice date when a later file does not name it", async () => {
  const { noticeOn: _, autoRenews: __, ...unnamed } = contract
  expect(await sign(contract)).toMatchObject({ written: 0 })
  expect(await sign(unnamed)).toMatchObject({ written: 0 })
  expect(await sign({ ...contract, noticeOn: "2026-11-01" })).toMatchObject({ written: 1 })
  const rows = await inWorkspace(home.caller, (tx) =>
    tx.execute(sql`select notice_on::text as notice, auto_renews from contract`),
  )
  expect([...rows]).toEqual([{ notice: "2026-11-01", auto_renews: true }])
})

test("lines are written once, changed when they differ, and counted when their contract is unknown", async () => {
  expect(await write(home.caller, [line])).toMatchObject({ written: 1, unknown: 0 })
  expect(await write(home.caller, [line])).toMatchObject({ written: 0, unknown: 0 })
  expect(await write(home.caller, [{ ...line, quantity: 44 }])).toMatchObject({ written: 1, unknown: 0 })
  expect(await write(home.caller, [{ ...line, contractExternalId: "C-9" }])).toMatchObject({
    written: 0,
    unknown: 1,
  })
  expect([...(await told(home.caller))]).toEqual([{ name: "Seat", quantity: 44, paid: 36_000 }])
})

test("a product or a line that is given twice is refused with words", async () => {
  await expect(write(home.caller, [line, { ...line, quantity: 2 }])).rejects.toMatchObject({
    code: "invalid_input",
    message: "Product SEAT of contract C-1 is given twice. Give it once.",
  })
  await expect(
    inWorkspace(home.caller, (tx) =>
      writeEntitlements(tx, home.caller, { products: [...products, ...products], entitlements: [] }),
    ),
  ).rejects.toMatchObject({ code: "invalid_input" })
})

test("a viewer may not write lines, and another workspace sees none", async () => {
  await expect(write(home.as("viewer"), [line])).rejects.toMatchObject({ code: "forbidden" })
  const other = await testWorkspace()
  expect(await write(other.caller, [line])).toMatchObject({ written: 0, unknown: 1 })
  expect(await told(other.caller)).toHaveLength(0)
})
