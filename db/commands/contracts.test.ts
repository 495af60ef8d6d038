import { sql } from "drizzle-orm"
import fc from "fast-check"
import { beforeAll, expect, test } from "vitest"
import type { Caller } from "#lib/access/caller.ts"
import { accountFields } from "#lib/accounts/schema.ts"
import { inWorkspace } from "../in-workspace.ts"
import { type TestWorkspace, testWorkspace } from "../testing/workspace.ts"
import { writeAccounts } from "./accounts.ts"
import { moveArr, writeContracts } from "./contracts.ts"
import { addMovements, type MovementDraft } from "./contracts-movements.ts"

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
  expect(await move(home.caller, "2026-01-31", 100_000)).toMatchObject({ moved: 1 })
  expect(await move(home.caller, "2026-01-31", 100_000)).toMatchObject({ moved: 0 })
  expect(await move(home.caller, "2026-02-28", 120_000)).toMatchObject({ moved: 1 })
  expect(await move(home.caller, "2026-03-31", 0)).toMatchObject({ moved: 1 })
  expect(await move(home.caller, "2026-01-31", 100_000)).toMatchObject({ moved: 0 })
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

const sumOn = async (of: Caller, account: string, day: string) => {
  const [row] = await inWorkspace(of, (tx) =>
    tx.execute<{ cents: number }>(sql`
      select coalesce(sum(amount_cents), 0)::int as cents from arr_movement
      where account_id = ${account} and effective_on <= ${day}`),
  )
  return row!.cents
}

const newAccount = async () => {
  const to = await testWorkspace()
  const accounts = [accountFields.parse({ externalId: "1", name: "One" })]
  const { ids } = await inWorkspace(to.caller, (tx) => writeAccounts(tx, to.caller, { accounts }))
  const account = ids.get("1")!
  const state = (day: string, statedCents: number) =>
    inWorkspace(to.caller, (tx) =>
      moveArr(tx, to.caller, {
        day,
        source: "csv",
        currency: "USD",
        accounts: [{ accountId: account, statedCents }],
      }),
    )
  const tell = (movements: readonly Omit<MovementDraft, "accountId" | "currency">[]) =>
    inWorkspace(to.caller, (tx) =>
      addMovements(tx, to.caller, {
        source: "csv",
        movements: movements.map((each) => ({ ...each, accountId: account, currency: "USD" })),
      }),
    )
  return { state, tell, sum: (day: string) => sumOn(to.caller, account, day) }
}

test("history loaded after the present does not double the present", async () => {
  const { state, sum } = await newAccount()
  await state("2026-11-16", 100_000)
  expect(await state("2026-01-31", 80_000)).toMatchObject({ moved: 1 })
  expect(await state("2026-06-30", 90_000)).toMatchObject({ moved: 1 })
  expect([await sum("2026-01-31"), await sum("2026-06-30"), await sum("2026-11-16")]).toEqual([
    80_000, 90_000, 100_000,
  ])
  expect(await state("2026-06-30", 90_000)).toMatchObject({ moved: 0 })
})

test("a history of movements is part of the sum that was stated without it, and only once", async () => {
  const { state, tell, sum } = await newAccount()
  await state("2026-11-16", 120_000)
  const history = [
    { day: "2025-01-01", kind: "new", amountCents: 80_000 },
    { day: "2025-07-01", kind: "expansion", amountCents: 40_000 },
  ] as const
  expect(await tell(history)).toEqual({ created: 2 })
  expect(await tell(history)).toEqual({ created: 0 })
  expect([await sum("2025-01-01"), await sum("2025-07-01"), await sum("2026-11-16")]).toEqual([
    80_000, 120_000, 120_000,
  ])
  expect(await state("2026-11-17", 120_000)).toMatchObject({ moved: 0 })
})

test("equal movements are as many as they are numbered, and those that are there are not told again", async () => {
  const { tell, sum } = await newAccount()
  const upsell = { day: "2026-03-01", kind: "expansion", amountCents: 500 } as const
  expect(await tell([upsell, upsell])).toEqual({ created: 1 })
  expect(await tell([upsell, { ...upsell, occurrence: 2 }])).toEqual({ created: 1 })
  expect(await tell([{ ...upsell, occurrence: 2 }])).toEqual({ created: 0 })
  expect(await sum("2026-03-01")).toBe(1_000)
})

test("revenue of another currency is refused with words, and is never added to the workspace's", async () => {
  const before = await sumOn(home.caller, accountId, "2026-12-31")
  const stated = { day: "2026-05-31", source: "csv", currency: "EUR" }
  const accounts = [{ accountId, statedCents: 5 }]
  const movements = [{ accountId, day: "2026-05-31", kind: "new", amountCents: 5, currency: "EUR" } as const]
  for (const write of [
    () => inWorkspace(home.caller, (tx) => moveArr(tx, home.caller, { ...stated, accounts })),
    () => inWorkspace(home.caller, (tx) => addMovements(tx, home.caller, { movements, source: "csv" })),
  ])
    await expect(write()).rejects.toMatchObject({ code: "invalid_input" })
  expect(await sumOn(home.caller, accountId, "2026-12-31")).toBe(before)
})

test("in whatever order days are stated, each shows its sum, and a day between the one before it", async () => {
  // Sums are all different, so that each day's is a change. Zero is where every account begins.
  const statements = fc.uniqueArray(
    fc.record({ day: fc.integer({ min: 1, max: 28 }), cents: fc.integer({ min: 1, max: 1_000_000 }) }),
    { selector: ({ cents }) => cents, minLength: 1, maxLength: 8 },
  )
  const dayOf = (day: number) => `2026-03-${String(day).padStart(2, "0")}`
  await fc.assert(
    fc.asyncProperty(statements, async (given) => {
      const { state, sum } = await newAccount()
      const last = new Map<number, number>()
      for (const { day, cents } of given) {
        await state(dayOf(day), cents)
        last.set(day, cents)
      }
      let expected = 0
      for (let day = 1; day <= 28; day += 1) {
        expected = last.get(day) ?? expected
        if (last.has(day) || last.has(day - 1)) expect(await sum(dayOf(day))).toBe(expected)
      }
      expect(await sum("2026-12-31")).toBe(expected)
    }),
    { numRuns: 15 },
  )
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
  expect(await write("2026-12-31")).toMatchObject({ written: 1 })
  expect(await stored()).toEqual(["2025-12-31 2026-12-31"])
  expect(await write("2026-12-31")).toMatchObject({ written: 0 })
  expect(await write("2027-12-31", "2027-01-01")).toMatchObject({ written: 1 })
  expect(await stored()).toEqual(["2027-01-01 2027-12-31"])
})

test("a contract or an account that is given twice is refused with words", async () => {
  const contract = { accountId, externalId: "account:2", startsOn: null, endsOn: "2026-12-31" }
  await expect(
    inWorkspace(home.caller, (tx) =>
      writeContracts(tx, home.caller, { currency: "USD", contracts: [contract, contract] }),
    ),
  ).rejects.toMatchObject({ code: "invalid_input" })
  const accounts = [
    { accountId, statedCents: 1 },
    { accountId, statedCents: 2 },
  ]
  await expect(
    inWorkspace(home.caller, (tx) =>
      moveArr(tx, home.caller, { day: "2026-05-31", source: "csv", currency: "USD", accounts }),
    ),
  ).rejects.toMatchObject({ code: "invalid_input" })
})

test("a role without the permission is refused, another workspace sees nothing", async () => {
  await expect(move(home.as("viewer"), "2026-04-30", 5)).rejects.toMatchObject({ code: "forbidden" })
  const other = await testWorkspace()
  const rows = await inWorkspace(other.caller, (tx) => tx.execute(sql`select 1 from arr_movement`))
  expect(rows).toHaveLength(0)
})
