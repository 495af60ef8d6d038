import { PgBoss } from "pg-boss"
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest"
import { jobSchema } from "#db/job-schema.ts"
import { testDatabase } from "#db/testing/workspace.ts"
import type { WorkspaceId } from "#lib/id.ts"
import { newId } from "#lib/platform/new-id.ts"
import { jobBoard, retryJob, runJobNow } from "./job-board.ts"
import { closeJobQueue } from "./job-queue.ts"
import { queueSettings } from "./queue-settings.ts"

const { owner } = testDatabase()
vi.mock("#lib/platform/env.ts", async (original) => {
  const real = await original<typeof import("#lib/platform/env.ts")>()
  return { ...real, env: () => ({ ...real.env(), DATABASE_URL: inject("appUrl") }) }
})

const name = "rescore-daily"
const here = newId() as WorkspaceId
let worker: PgBoss
const onBoard = async () => (await jobBoard(here)).find((job) => job.name === name)!
/** Carries out one waiting run: as a worker would that fails with these words, or reports. */
const carryOut = async (failure: string | null) => {
  const [run] = await worker.fetch(name, { ignoreStartAfter: true })
  if (failure) await worker.fail(name, run!.id, { message: failure })
  else await worker.complete(name, run!.id, { accounts: 500, written: 12 })
  return run!.id
}

beforeAll(async () => {
  const connectionString = inject("appUrl")
  worker = new PgBoss({
    connectionString,
    schema: jobSchema,
    migrate: false,
    supervise: false,
    schedule: false,
  })
  await worker.start()
  await worker.createQueue(name, { ...queueSettings("singleton"), retryLimit: 1 })
})
afterAll(async () => {
  await closeJobQueue()
  await worker.deleteQueue(name)
  await worker.stop({ graceful: false })
})

test("a job that never ran has a next run and no last one", async () => {
  const job = await onBoard()
  expect(job).toMatchObject({
    title: "Score every account",
    lastRun: null,
    usualSeconds: null,
    failures: [],
    waiting: 0,
  })
  expect(job.nextRunAt!.getUTCMinutes()).toBe(5)
})

test("a run is asked for once, and its report is told in words", async () => {
  expect(await runJobNow(name)).toEqual({ asked: true })
  expect(await runJobNow(name)).toEqual({ asked: false })
  expect((await onBoard()).waiting).toBe(1)
  await carryOut(null)
  const { lastRun, waiting } = await onBoard()
  expect(waiting).toBe(0)
  expect(lastRun).toMatchObject({ state: "done", outcome: "Done: 500\u00a0accounts, 12\u00a0written" })
  expect(lastRun?.durationSeconds).toBeGreaterThanOrEqual(0)
})

test("how long a job usually takes is known from five runs before the last one", async () => {
  for (let run = 0; run < 5; run++) {
    expect((await onBoard()).usualSeconds).toBeNull()
    await runJobNow(name)
    await carryOut(null)
  }
  expect((await onBoard()).usualSeconds).toBeGreaterThanOrEqual(0)
})

test("a failure is tried again, then given up, then tried again when somebody asks", async () => {
  await runJobNow(name)
  const id = await carryOut("The disk is full.")
  expect((await onBoard()).failures).toMatchObject([{ id, error: "The disk is full." }])
  expect((await onBoard()).failures[0]?.retryAt).not.toBeNull()
  await carryOut("The disk is still full.")
  const given = await onBoard()
  expect(given.failures).toMatchObject([{ id, error: "The disk is still full.", attempts: 2, retryAt: null }])
  expect(given.lastRun?.outcome).toBe("Given up after 2 tries: The disk is still full.")
  await retryJob(here, id)
  await carryOut(null)
  expect((await onBoard()).failures).toEqual([])
  await expect(retryJob(here, id)).rejects.toMatchObject({ code: "conflict" })
})

test("a run that another workspace asked for is neither shown nor tried again", async () => {
  const asked = "measure-workspace"
  await worker.createQueue(asked, { ...queueSettings("standard"), retryLimit: 0 })
  const id = await worker.send(asked, { workspaceId: newId() })
  const own = await worker.send(asked, { workspaceId: here })
  for (const run of await worker.fetch(asked, { batchSize: 2 }))
    await worker.fail(asked, run.id, { message: "no" })
  const shown = (await jobBoard(here)).find((job) => job.name === asked)
  expect(shown?.failures.map((failure) => failure.id)).toEqual([own])
  await expect(retryJob(here, id!)).rejects.toMatchObject({ code: "not_found" })
  await retryJob(here, own!)
  await worker.deleteQueue(asked)
})

test("unknown names and runs are told", async () => {
  await expect(runJobNow("no-such-job")).rejects.toMatchObject({ code: "not_found" })
  await expect(retryJob(here, newId())).rejects.toMatchObject({ code: "not_found" })
})

test("of very many runs the board reads the newest failures and the last run only", async () => {
  await owner`
    insert into pgboss.job (name, state, output, started_on, completed_on)
    select ${name}, (case when n % 2 = 0 then 'failed' else 'completed' end)::pgboss.job_state,
      '{"message": "No space."}', now() + n * interval '1 second', now() + n * interval '1 second'
    from generate_series(1, 400) n`
  const { failures, lastRun, waiting } = await onBoard()
  expect(failures).toHaveLength(50)
  expect(failures[0]?.failedAt).toEqual(lastRun?.finishedAt)
  expect({ state: lastRun?.state, waiting }).toEqual({ state: "failed", waiting: 0 })
})
