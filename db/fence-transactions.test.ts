import { setTimeout as sleep } from "node:timers/promises"
import { sql } from "drizzle-orm"
import postgres from "postgres"
import { afterAll, expect, inject, test } from "vitest"
import { record } from "./commands/record.ts"
import { inWorkspace } from "./in-workspace.ts"
import { testDatabase, testWorkspace } from "./testing/workspace.ts"

const { pool, owner } = testDatabase()
const supervisor = postgres(inject("superUrl"), { max: 1, onnotice: () => {} })
afterAll(() => supervisor.end({ timeout: 1 }))

const uncaught: unknown[] = []
process.on("uncaughtExceptionMonitor", (error) => uncaught.push(error))

async function terminate(pid: number): Promise<void> {
  const [row] = await supervisor<{ ended: boolean }[]>`select pg_terminate_backend(${pid}, 5000) as ended`
  expect(row?.ended).toBe(true)
}

async function backendOf(on: {
  execute: (query: ReturnType<typeof sql>) => PromiseLike<unknown>
}): Promise<number> {
  const [row] = (await on.execute(sql`select pg_backend_pid() as pid`)) as { pid: number }[]
  return row?.pid ?? 0
}

test.each([
  ["goes on without asking anything", false],
  ["asks again", true],
])("a transaction whose connection is lost fails as unavailable, also when it %s", async (_, asksAgain) => {
  const { caller } = await testWorkspace()
  const lost = inWorkspace(caller, async (tx) => {
    await record(tx, caller, { type: "people.written", caseType: "test", caseId: "1", payload: { count: 1 } })
    await terminate(await backendOf(tx))
    await sleep(50)
    if (asksAgain) await backendOf(tx)
  })
  await expect(lost).rejects.toMatchObject({ code: "unavailable" })
  await sleep(50)
  expect(uncaught).toEqual([])
  const [left] =
    await owner`select count(*)::int as count from event where workspace_id = ${caller.workspaceId}`
  expect(left).toEqual({ count: 0 })
})

test("a savepoint whose connection is lost ends the transaction as well", async () => {
  const { caller } = await testWorkspace()
  const begun = inWorkspace(caller, (tx) =>
    tx.transaction(async (attempt) => {
      await terminate(await backendOf(attempt))
      await sleep(50)
      await backendOf(attempt)
    }),
  )
  await expect(begun).rejects.toMatchObject({ code: "unavailable" })
  await sleep(50)
  expect(uncaught).toEqual([])
})

test("a savepoint that fails leaves the transaction as it was before", async () => {
  const { caller } = await testWorkspace()
  const tell = (tx: Parameters<typeof record>[0], caseId: string) =>
    record(tx, caller, { type: "people.written", caseType: "test", caseId, payload: { count: 1 } })
  await inWorkspace(caller, async (tx) => {
    await tell(tx, "before")
    const attempt = tx.transaction(async (inner) => {
      await tell(inner, "inside")
      await inner.execute(sql`select 1 / 0`)
    })
    await expect(attempt).rejects.toThrow()
    await tell(tx, "after")
  })
  const left =
    await owner`select case_id from event where workspace_id = ${caller.workspaceId} order by case_id`
  expect(left.map((row) => row.case_id)).toEqual(["after", "before"])
})

test("what a lost transaction still wants to write reaches nobody, and others go on at once", async () => {
  const [ill, well] = [await testWorkspace(), await testWorkspace()]
  const tell = (caller: typeof ill.caller, caseId: string) => (tx: Parameters<typeof record>[0]) =>
    record(tx, caller, { type: "people.written", caseType: "test", caseId, payload: { count: 1 } })
  const lost = inWorkspace(ill.caller, async (tx) => {
    await terminate(await backendOf(tx))
    await sleep(300)
    await tell(ill.caller, "late")(tx)
  })
  lost.catch(() => {})
  await sleep(100)
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: 20 }, (_, turn) =>
      inWorkspace(well.caller, async (tx) => {
        await tell(well.caller, String(turn))(tx)
        await sleep(60)
      }),
    ),
  )
  expect(performance.now() - begun).toBeLessThan(3_000)
  await expect(lost).rejects.toMatchObject({ code: "unavailable" })
  const [counts] = await owner`
    select count(*) filter (where workspace_id = ${ill.workspaceId})::int as ill,
      count(*) filter (where workspace_id = ${well.workspaceId})::int as well from event`
  expect(counts).toEqual({ ill: 0, well: 20 })
  expect(uncaught).toEqual([])
})

test("a work that fails is rolled back and tells its own error", async () => {
  const { caller } = await testWorkspace()
  const failing = inWorkspace(caller, async (tx) => {
    await record(tx, caller, { type: "people.written", caseType: "test", caseId: "1", payload: { count: 1 } })
    throw new RangeError("changed its mind")
  })
  await expect(failing).rejects.toThrow(RangeError)
  const [left] = await pool.sql`select count(*)::int as count from event`
  expect(left).toEqual({ count: 0 })
})
