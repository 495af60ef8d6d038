import { sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import type { Caller } from "#lib/access/caller.ts"
import { accountFields } from "#lib/accounts/schema.ts"
import { inWorkspace } from "../in-workspace.ts"
import { type TestWorkspace, testWorkspace } from "../testing/workspace.ts"
import { writeAccounts } from "./accounts.ts"
import { moveArr, writeContracts } from "./contracts.ts"

let home: TestWorkspace
let accountId: string
beforeAll(async () => {
  home = await testWorkspace()
  const accounts = [accountFields.parse({ externalId: "1", name: "One" })]
  const written = await inWorkspace(home.caller, (tx) => writeAccounts(tx, home.caller, { accounts }))
  accountId = written.ids.get("1")!
})

const move = (caller: Caller, day: string, statedCents: number) =>
  inWorkspace(caller, (tx) =>
    moveArr(tx, caller, { day, source: "csv", currency: "USD", accounts: [{ accountId, statedCents }] }),
  )

test("stated revenue becomes one movement, and none when it is there already", async () => {
  expect(await move(home.caller, "2026-01-31", 100_000)).toEqual({ moved: 1 })
  expect(await move(home.caller, "2026-01-31", 100_000)).toEqual({ moved: 0 })
  expect(await move(home.caller, "2026-02-28", 120_000)).toEqual({ moved: 1 })
  expect(await move(home.caller, "2026-03-31", 0)).toEqual({ moved: 1 })
  expect(await move(home.caller, "2026-01-31", 100_000)).toEqual({ moved: 0 })
  const rows = await inWorkspace(home.caller, (tx) =>
    tx.execute<{ kind: string; cents: string }>(sql`
      select kind, amount_cents::text as cents from arr_movement order by effective_on`),
  )
  expect([...rows]).toEqual([
    { kind: "new", cents: "100000" },
    { kind: "expansion", cents: "20000" },
    { kind: "churn", cents: "-120000" },
  ])
})

const write = (endsOn: string, startsOn: string | null = null) =>
  inWorkspace(home.caller, (tx) =>
    writeContracts(tx, home.caller, {
      currency: "USD",
      contracts: [{ accountId, externalId: "account:1", startsOn, endsOn }],
    }),
  )

const stored = async () => {
  const rows = await inWorkspace(home.caller, (tx) =>
    tx.execute<{ span: string }>(sql`select starts_on || ' ' || ends_on as span from contract`),
  )
  return rows.map(({ span }) => span)
}

test("a contract ends as stated, and begins a year before when no start is known", async () => {
  expect(await write("2026-12-31")).toEqual({ written: 1 })
  expect(await stored()).toEqual(["2025-12-31 2026-12-31"])
  expect(await write("2026-12-31")).toEqual({ written: 0 })
  expect(await write("2027-12-31", "2027-01-01")).toEqual({ written: 1 })
  expect(await stored()).toEqual(["2027-01-01 2027-12-31"])
})

test("a role without the permission is refused, another workspace sees nothing", async () => {
  await expect(move(home.as("viewer"), "2026-04-30", 5)).rejects.toMatchObject({ code: "forbidden" })
  const other = await testWorkspace()
  const rows = await inWorkspace(other.caller, (tx) => tx.execute(sql`select 1 from arr_movement`))
  expect(rows).toHaveLength(0)
})
