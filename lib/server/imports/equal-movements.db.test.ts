import { expect, test } from "vitest"
import { testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import { check, load } from "./testing/load.ts"
import { undoImport } from "./undo-import.ts"
import { writeImport } from "./write-import.ts"

const { owner } = testDatabase()

async function furnished() {
  const home = await testWorkspace()
  await load(home.caller, { kind: "accounts", text: "customer_id,name\n1,Acme\n2,Beta\n" })
  const sum = async () => {
    const [row] = await owner<{ cents: number; count: number }[]>`
      select coalesce(sum(amount_cents), 0)::int as cents, count(*)::int as count from arr_movement
      where workspace_id = ${home.workspaceId}`
    return row
  }
  return { ...home, sum }
}

const header = "customer_id,date,type,amount\n"
const upsell = "1,2026-03-01,Upsell,100\n"

test("two equal movements of one day are two, and the same file a second time changes nothing", async () => {
  const { caller, sum } = await furnished()
  const text = `${header}${upsell}2,2026-03-01,Upsell,100\n${upsell}`
  const first = await load(caller, { kind: "movements", text })
  expect(first.check).toMatchObject({
    counts: { create: 3, skip: 0, reject: 0 },
    warnings: [{ kind: "equal_row", count: 1, samples: [{ row: 4 }] }],
  })
  expect(first.outcome).toMatchObject({ created: 3, skipped: 0 })
  const again = await load(caller, { kind: "movements", text })
  expect(again.check.counts).toMatchObject({ create: 0, skip: 3 })
  expect(again.outcome).toMatchObject({ created: 0, skipped: 3 })
  const third = await load(caller, { kind: "movements", text: `${text}Acme,2026-03-01,Upsell,100\n` })
  expect(third.outcome).toMatchObject({ created: 1, skipped: 3 })
  expect(await sum()).toEqual({ cents: 40_000, count: 4 })
  await undoImport(caller, third.runId)
  await undoImport(caller, first.runId)
  expect(await sum()).toEqual({ cents: 0, count: 0 })
})

test("equal rows count once when somebody says so", async () => {
  const { caller, sum } = await furnished()
  const text = `${header}${upsell}${upsell}`
  const { check: seen } = await check(caller, { kind: "movements", text })
  const [repair] = seen.warnings[0]!.repairs
  const { outcome } = await load(caller, { kind: "movements", text }, { repairs: [repair!.repair] })
  expect(outcome).toMatchObject({ created: 1, rejected: 1 })
  expect(await sum()).toEqual({ cents: 10_000, count: 1 })
})

test("equal rows far apart are numbered through all chunks, also after a stop between them", async () => {
  const { caller, sum } = await furnished()
  const rows = Array.from({ length: 600 }, (_, at) => `2,2026-03-01,Upsell,${at + 1}\n`).join("")
  const text = `${header}${upsell}${upsell}${rows}${upsell}`
  const { runId, check: seen } = await check(caller, { kind: "movements", text })
  expect(seen.counts).toMatchObject({ create: 603, skip: 0 })
  const stop = new AbortController()
  const stopped = writeImport(caller, runId, { signal: stop.signal, onRows: () => stop.abort() })
  await expect(stopped).rejects.toMatchObject({ code: "unavailable" })
  const { count } = (await sum())!
  expect(count).toBeGreaterThan(1)
  expect(count).toBeLessThan(603)
  expect(await writeImport(caller, runId)).toMatchObject({ created: 603, skipped: 0 })
  const again = await load(caller, { kind: "movements", text })
  expect(again.outcome).toMatchObject({ created: 0, skipped: 603 })
})

test("a history that takes several chunks is part of the sum that was stated without it", async () => {
  const { caller, sum } = await furnished()
  await load(caller, { kind: "accounts", text: "customer_id,name,ARR\n1,Acme,700\n" })
  const steps = Array.from({ length: 600 }, (_, at) => `1,${day(at)},Upsell,1\n`).join("")
  const text = `${header}1,2020-01-01,New,100\n${steps}`
  const { outcome } = await load(caller, { kind: "movements", text })
  expect(outcome).toMatchObject({ created: 601 })
  expect((await sum())?.cents).toBe(70_000)
})

const day = (after: number) => new Date(Date.UTC(2020, 0, 2 + after)).toISOString().slice(0, 10)
