import { expect, test } from "vitest"
import { testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import type { Repair } from "#lib/imports/settings.ts"
import { check, load } from "./testing/load.ts"

const { owner } = testDatabase()

async function furnished() {
  const home = await testWorkspace()
  await load(home.caller, { kind: "accounts", text: "customer_id,name\n1,Acme\n2,Beta\n" })
  return home
}

const text =
  "customer_id,date,type,amount,currency\n1,2026-03-01,Upsell,100,EUR\n1,2026-04-01,Upsell,50,usd\n2,2026-03-01,Upsell,9,\n"

test("amounts of another currency are refused, left out on demand, or converted by a rate, and never added up", async () => {
  const { caller, workspaceId } = await furnished()
  const seen = await check(caller, { kind: "movements", text })
  expect(seen.check).toMatchObject({
    isWritable: false,
    problems: [
      {
        kind: "other_currency",
        column: "currency",
        count: 1,
        values: [{ found: "EUR" }],
        samples: [{ row: 2 }],
      },
    ],
  })
  const [reject] = seen.check.problems[0]!.repairs
  const left = await check(caller, { kind: "movements", text }, { repairs: [reject!.repair] })
  expect(left.check).toMatchObject({ isWritable: true, counts: { create: 2, reject: 1 } })
  const convert: Repair = { do: "convert", column: 4, from: "EUR", rate: 1.1 }
  const written = await load(caller, { kind: "movements", text }, { repairs: [convert] })
  expect(written.check.notes.join(" ")).toContain("Amounts in EUR are converted: 1 is 1.1 USD.")
  const stored = () => owner`select amount_cents::int as cents, currency from arr_movement
    where workspace_id = ${workspaceId} order by 1`
  const expected = [900, 5_000, 11_000].map((cents) => ({ cents, currency: "USD" }))
  expect([...(await stored())]).toEqual(expected)
  const again = await load(caller, { kind: "movements", text }, { repairs: [convert] })
  expect(again.outcome).toMatchObject({ created: 0, skipped: 3 })
})

test("a header or a sign names the currency of amounts as well", async () => {
  const { caller } = await furnished()
  const byHeader = await check(caller, { kind: "accounts", text: "customer_id,ARR EUR\n1,100\n" })
  expect(byHeader.check.problems).toMatchObject([{ kind: "other_currency", column: "ARR EUR" }])
  expect(byHeader.check.notes.join(" ")).not.toContain("Amounts are in")
  const bySign = await check(caller, { kind: "accounts", text: "customer_id,ARR\n1,€100\n2,$7\n" })
  expect(bySign.check.problems).toMatchObject([{ kind: "other_currency", count: 1, samples: [{ row: 2 }] }])
})

test("prices of contracts and costs of people are of one currency too; a contract without prices keeps its own", async () => {
  const { caller, workspaceId } = await furnished()
  const header = "contract id,customer_id,start,end,currency,product,price\n"
  const priced = `${header}K-1,1,2026-01-01,2026-12-31,EUR,Suite,10\nK-2,1,2026-01-01,2026-12-31,eur,Suite,\n`
  const { check: seen } = await check(caller, { kind: "contracts", text: priced })
  expect(seen.problems).toMatchObject([{ kind: "other_currency", count: 1, samples: [{ row: 2 }] }])
  await load(caller, { kind: "contracts", text: priced.replace("EUR,Suite,10", "USD,Suite,10") })
  const contracts = await owner`select external_id as id, currency from contract
    where workspace_id = ${workspaceId} order by 1`
  expect([...contracts]).toEqual([
    { id: "K-1", currency: "USD" },
    { id: "K-2", currency: "EUR" },
  ])
  const people = "id,name,hourly cost,currency\np1,Ann Lee,50,EUR\np2,Bo Ek,,EUR\n"
  const { check: costs } = await check(caller, { kind: "people", text: people })
  expect(costs.problems).toMatchObject([{ kind: "other_currency", count: 1, samples: [{ row: 2 }] }])
})
