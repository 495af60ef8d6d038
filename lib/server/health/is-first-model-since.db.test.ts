import { expect, test } from "vitest"
import { inWorkspace } from "#db/in-workspace.ts"
import { isFirstModelSince } from "#db/queries/is-first-model-since.ts"
import { accountsWithUsage } from "#db/testing/scored-book.ts"
import { testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import { ensureStarterModel } from "./ensure-starter-model.ts"

testDatabase()

test("a first model is told from one that was there before", async () => {
  const { caller } = await testWorkspace()
  const isSince = (since: Date) => inWorkspace(caller, (tx) => isFirstModelSince(tx, caller, since))
  expect(await isSince(new Date(0))).toBe(false)
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`account ${i}`, i]))
  await accountsWithUsage(caller, { usage: many, day: "2026-11-16" })
  await ensureStarterModel(caller)
  expect(await isSince(new Date(0))).toBe(true)
  expect(await isSince(new Date("2999-01-01"))).toBe(false)
})
