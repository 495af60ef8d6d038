import { expect, test } from "vitest"
import { testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import { check, load } from "./testing/load.ts"

testDatabase()
const book = "customer_id,name,NPS,Plan\n1,Acme,9,Pro\n2,Beta,4,Free\n3,Gamma,,\n"

test("a row of which only a reading differs is an update, announced with what stood there", async () => {
  const { caller } = await testWorkspace()
  const first = await load(caller, { kind: "accounts", text: book })
  expect(first.check.counts).toMatchObject({ create: 3, update: 0, skip: 0 })
  const changed = book.replace("9,Pro", "7,Pro").replace("4,Free", "4,")
  const second = await load(caller, { kind: "accounts", text: changed })
  expect(second.check.counts).toMatchObject({ create: 0, update: 2, skip: 1 })
  expect(second.check.sample).toMatchObject([
    { verdict: "update", changes: [{ field: "NPS", before: "9", after: "7" }] },
    { verdict: "update", changes: [{ field: "Plan", before: "Free", after: null }] },
    { verdict: "skip", changes: [] },
  ])
  expect(second.outcome).toMatchObject({ created: 0, updated: 2, skipped: 1, signals: 2 })
  const again = await load(caller, { kind: "accounts", text: changed })
  expect(again.check.counts).toMatchObject({ create: 0, update: 0, skip: 3 })
  expect(again.outcome).toMatchObject({ created: 0, updated: 0, skipped: 3, signals: 0 })
})

test("readings of another day are new ones, and those of rows that are left as they are do not count", async () => {
  const { caller } = await testWorkspace()
  await load(caller, { kind: "accounts", text: book })
  const next = await check(caller, { kind: "accounts", text: book }, { day: "2026-11-15" })
  expect(next.check.counts).toMatchObject({ create: 0, update: 2, skip: 1 })
  const left = await check(caller, { kind: "accounts", text: book }, { day: "2026-11-15", conflict: "skip" })
  expect(left.check.counts).toMatchObject({ create: 0, update: 0, skip: 3 })
})
