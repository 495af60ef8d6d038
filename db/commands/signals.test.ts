import { sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import type { Caller } from "#lib/access/caller.ts"
import { accountFields } from "#lib/accounts/schema.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import { inWorkspace } from "../in-workspace.ts"
import { type TestWorkspace, testWorkspace } from "../testing/workspace.ts"
import { writeAccounts } from "./accounts.ts"
import { ensureSource } from "./imports-receive.ts"
import type { MeasureDraft } from "./signals.ts"
import { ensureMeasures, ensureSignalMonths, receiveSignals } from "./signals.ts"

const day = "2026-11-16"
const measure = (key: string): MeasureDraft => ({ key, label: key, unit: "", kind: "number", role: "input" })

type Home = TestWorkspace & {
  one: string
  two: string
  nps: number
  plan: number
  source: { id: number; key: string }
}

async function furnished(): Promise<Home> {
  const made = await testWorkspace()
  const { caller } = made
  const accounts = ["1", "2"].map((externalId) => accountFields.parse({ externalId, name: externalId }))
  const written = await inWorkspace(caller, (tx) => writeAccounts(tx, caller, { accounts }))
  const { ids } = await inWorkspace(caller, (tx) =>
    ensureMeasures(tx, caller, { measures: [measure("nps"), measure("plan")] }),
  )
  const source = { id: await inWorkspace(caller, (tx) => ensureSource(tx, caller, "csv")), key: "csv" }
  return {
    ...made,
    one: written.ids.get("1")!,
    two: written.ids.get("2")!,
    nps: ids.get("nps")!,
    plan: ids.get("plan")!,
    source,
  }
}

let home: Home
beforeAll(async () => {
  home = await furnished()
})

type Given = [account: string, measureId: number, value: number | string | null, day?: string]

const receive = (caller: Caller, ...given: Given[]) => receiveIn({ ...home, caller }, ...given)

const receiveIn = ({ caller, source }: Home, ...given: Given[]) =>
  inWorkspace(caller, (tx) =>
    receiveSignals(tx, caller, {
      source,
      signals: {
        accountIds: given.map(([account]) => account),
        measureIds: given.map(([, measureId]) => measureId),
        days: given.map((one) => one[3] ?? day),
        values: given.map(([, , value]) => (typeof value === "number" ? value : null)),
        texts: given.map(([, , value]) => (typeof value === "string" ? value : null)),
      },
    }),
  )

const signals = (caller: Caller) =>
  inWorkspace(caller, async (tx) => [
    ...(await tx.execute<{ value: number | null; value_text: string | null; received: string }>(sql`
      select value, value_text, received_at::text as received from signal order by account_id, measure_id, day`)),
  ])

test("writes, overwrites, withdraws, and leaves equal readings alone", async () => {
  const { one, two, nps, plan } = home
  expect(
    await receive(home.caller, [one, nps, 7], [one, plan, 'Pro "x", {y}'], [two, nps, null]),
  ).toMatchObject({
    written: 2,
    removed: 0,
    unknown: 0,
  })
  const first = await signals(home.caller)
  expect(first.map(({ value, value_text }) => value ?? value_text)).toEqual([7, 'Pro "x", {y}'])
  expect(await receive(home.caller, [one, nps, 7], [one, plan, 'Pro "x", {y}'])).toMatchObject({ written: 0 })
  expect(await signals(home.caller)).toEqual(first)
  expect(await receive(home.caller, [one, nps, 3], [one, nps, 8], [one, plan, null])).toMatchObject({
    written: 1,
    removed: 1,
    unknown: 0,
  })
  expect((await signals(home.caller)).map(({ value }) => value)).toEqual([8])
})

test("many new readings are put in at once, and one among them that stood already is replaced", async () => {
  const book = await furnished()
  const days = Array.from({ length: 600 }, (_, back) => addDays(day, -back))
  await inWorkspace(book.caller, (tx) =>
    ensureSignalMonths(tx, book.caller, { first: days.at(-1)!, last: day }),
  )
  const given = days.map((at): Given => [book.one, book.nps, 5, at])
  expect(await receiveIn(book, [book.one, book.nps, 1, days[300]!])).toMatchObject({ created: 1 })
  expect(await receiveIn(book, ...given)).toMatchObject({ written: 600, created: 599, removed: 0 })
  expect((await signals(book.caller)).map(({ value }) => value)).toEqual(days.map(() => 5))
  expect(await receiveIn(book, ...given)).toMatchObject({ written: 0, created: 0 })
  const begun = performance.now()
  const changed = days.map((at): Given => [book.one, book.nps, 7, at])
  expect(await receiveIn(book, ...changed)).toMatchObject({ written: 600, created: 0 })
  expect(await receiveIn(book, ...days.map((at): Given => [book.one, book.nps, null, at]))).toMatchObject({
    removed: 600,
  })
  // One by one through all others, as a planner without figures would go, this took several seconds.
  expect(performance.now() - begun).toBeLessThan(2_500)
  const other = days.map((at): Given => [book.two, book.nps, 6, at])
  expect(await receiveIn(book, ...other)).toMatchObject({ written: 600, created: 600 })
})

test("readings of unknown accounts and measures are counted, not kept", async () => {
  const other = await furnished()
  expect(await receive(home.caller, [other.one, home.nps, 1], [home.two, 2_000_000_000, 1])).toMatchObject({
    written: 0,
    removed: 0,
    unknown: 2,
  })
})

test("refuses columns of different length and days in a wrong form", async () => {
  await expect(receive(home.caller, [home.one, home.nps, 1, "16.11.2026"])).rejects.toMatchObject({
    code: "invalid_input",
  })
  const uneven = { accountIds: [home.one], measureIds: [], days: [], values: [], texts: [] }
  await expect(
    inWorkspace(home.caller, (tx) =>
      receiveSignals(tx, home.caller, { source: home.source, signals: uneven }),
    ),
  ).rejects.toMatchObject({ code: "invalid_input" })
})

test("a role without the permission is refused", async () => {
  await expect(receive(home.as("csm"), [home.one, home.nps, 1])).rejects.toMatchObject({
    code: "forbidden",
  })
})

test("another workspace sees nothing of it", async () => {
  const other = await testWorkspace()
  await receive(home.caller, [home.one, home.nps, 1])
  expect(await signals(other.caller)).toEqual([])
})

test("a day years ago gets its month before it is written", async () => {
  const old = "2015-02-03"
  await inWorkspace(home.caller, (tx) => ensureSignalMonths(tx, home.caller, { first: old, last: old }))
  expect(await receive(home.caller, [home.one, home.nps, 1, old])).toMatchObject({
    written: 1,
  })
})

test("a measure that exists keeps its words and its kind", async () => {
  const again = { ...measure("nps"), label: "Other", kind: "ordinal" as const }
  const { ids, created } = await inWorkspace(home.caller, (tx) =>
    ensureMeasures(tx, home.caller, { measures: [again, measure("fresh")] }),
  )
  expect(created).toBe(1)
  expect(ids.get("nps")).toBe(home.nps)
  const [row] = await inWorkspace(home.caller, (tx) =>
    tx.execute<{ label: string; kind: string }>(sql`select label, kind from measure where key = 'nps'`),
  )
  expect(row).toEqual({ label: "nps", kind: "number" })
})
