import { afterAll, expect, inject, test } from "vitest"
import { claimRun, failRun, releaseRun } from "#db/commands/imports-write.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { importRun } from "#db/queries/imports.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import { closeJobQueue } from "#lib/server/jobs/job-queue.ts"
import { SilentRun } from "#lib/server/jobs/silent-run.ts"
import { undoImportJob } from "#lib/server/jobs/undo-import.ts"
import { isLeftAlone } from "./is-left-alone.ts"
import { startUndoing } from "./start-undoing.ts"
import { startWriting } from "./start-writing.ts"
import { check, load } from "./testing/load.ts"
import { undoImport } from "./undo-import.ts"
import { writeImport } from "./write-import.ts"

const { owner } = testDatabase()
process.env.DATABASE_URL = inject("appUrl")
afterAll(() => closeJobQueue())

const file = { kind: "accounts", text: "customer_id,name,NPS\n1,Acme,9\n2,Beta,4\n" } as const
const progress = { beat: () => {}, signal: new AbortController().signal }

const runOf = async ({ caller }: TestWorkspace, runId: string) => {
  const run = await inWorkspace(caller, (tx) => importRun(tx, caller, runId))
  if (!run) throw new Error("no run")
  return run
}
const standsStill = async (to: TestWorkspace, runId: string) => isLeftAlone(to.caller, await runOf(to, runId))
const endJobs = (state: "failed" | "completed", runId: string) =>
  owner`update pgboss.job set state = ${state} where data ->> 'runId' = ${runId}`

test("writing that was handed on stands still once its tries are spent, and can be undone or resumed", async () => {
  const to = await testWorkspace(new Date())
  const { runId } = await check(to.caller, file)
  await startWriting(to.caller, runId)
  expect(await standsStill(to, runId)).toBe(false)
  await inWorkspace(to.caller, (tx) => claimRun(tx, to.caller, { runId, state: "writing" }))
  await inWorkspace(to.caller, (tx) => releaseRun(tx, to.caller, { runId }))
  expect(await standsStill(to, runId)).toBe(false)
  await endJobs("failed", runId)
  expect(await standsStill(to, runId)).toBe(true)
  await startWriting(to.caller, runId)
  expect(await standsStill(to, runId)).toBe(false)
  await endJobs("failed", runId)
  await startUndoing(to.caller, runId)
  expect(await runOf(to, runId)).toMatchObject({ state: "undoing" })
})

test("an undo is asked of the worker, named after who asked, and stands still when it was given up", async () => {
  const to = await testWorkspace(new Date())
  const { runId } = await load(to.caller, file)
  await startUndoing(to.caller, runId)
  expect(await standsStill(to, runId)).toBe(false)
  await endJobs("failed", runId)
  expect(await standsStill(to, runId)).toBe(true)
  await undoImportJob.run({ workspaceId: to.workspaceId, runId }, progress)
  expect(await runOf(to, runId)).toMatchObject({ state: "undone", undoneBy: "Test admin" })
  expect(await undoImportJob.run({ workspaceId: to.workspaceId, runId }, progress)).toMatchObject({
    takenBack: 0,
  })
})

test("an undo that is told to stop hands the run on, and the next one completes it", async () => {
  const to = await testWorkspace(new Date())
  const { runId } = await load(to.caller, file)
  const signal = AbortSignal.abort(new Error("stop"))
  await expect(undoImport(to.caller, runId, { signal })).rejects.toMatchObject({ code: "unavailable" })
  expect(await runOf(to, runId)).toMatchObject({ state: "undoing", heartbeatAt: null })
  expect(await standsStill(to, runId)).toBe(true)
  await undoImport(to.caller, runId)
  expect((await runOf(to, runId)).state).toBe("undone")
})

test("writing that hangs fails with its cause; writing whose worker stops is handed on", async () => {
  const to = await testWorkspace(new Date())
  const { runId } = await check(to.caller, file)
  const asked = AbortSignal.abort(new Error("The worker was stopped"))
  await expect(writeImport(to.caller, runId, { signal: asked })).rejects.toThrow()
  expect((await runOf(to, runId)).state).toBe("writing")
  const hung = AbortSignal.abort(new SilentRun(300))
  await expect(writeImport(to.caller, runId, { signal: hung })).rejects.toThrow()
  expect((await runOf(to, runId)).state).toBe("failed")
  const [source] = await owner`select last_error from source where workspace_id = ${to.workspaceId}`
  expect(source?.last_error).toMatch(/^No sign of progress for 300 s/)
})

test("a failure is told once for each cause", async () => {
  const to = await testWorkspace(new Date())
  const { runId } = await check(to.caller, file)
  const failed = async (because: string) => {
    await startWriting(to.caller, runId)
    await inWorkspace(to.caller, (tx) => failRun(tx, to.caller, { runId, because }))
    const rows = await owner`select 1 from event where workspace_id = ${to.workspaceId}
      and type = 'import.failed'`
    return rows.length
  }
  expect(await failed("The disk is full")).toBe(1)
  expect(await failed("The disk is full")).toBe(1)
  expect(await failed("Connection lost")).toBe(2)
})
