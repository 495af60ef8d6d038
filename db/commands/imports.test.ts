import { sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import { inWorkspace } from "../in-workspace.ts"
import { importRuns } from "../queries/imports.ts"
import { leftoverStages, repeatedIds, stagedRows } from "../queries/imports-stage.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "../testing/workspace.ts"
import { clearStage, failImport, finishImport, refuseImport, stageRows, startImport } from "./imports.ts"

let home: TestWorkspace
beforeAll(async () => {
  home = await testWorkspace()
})

const start = (to: TestWorkspace = home) =>
  inWorkspace(to.caller, (tx) =>
    startImport(tx, to.caller, { kind: "accounts", fileName: "a.csv", sourceKey: "csv" }),
  )
const rows = Array.from({ length: 7 }, (_, place) => ({
  row: place + 2,
  cells: [`id ${place % 5}`, 'é, \u2028 "x"'],
}))
const stage = (runId: string) => inWorkspace(home.caller, (tx) => stageRows(tx, home.caller, { runId, rows }))
const staged = (runId: string, by: TestWorkspace = home) =>
  inWorkspace(by.caller, (tx) => stagedRows(tx, by.caller, { runId, after: 0, limit: 100 }))

test("rows wait on the stage unchanged, are asked for repeated ids, and go in parts", async () => {
  const run = await start()
  await stage(run.id)
  expect(await staged(run.id)).toEqual(rows)
  const found = await inWorkspace(home.caller, (tx) =>
    repeatedIds(tx, home.caller, { runId: run.id, column: 0 }),
  )
  expect(found).toEqual({
    count: 2,
    samples: [
      { row: 7, found: "id 0" },
      { row: 8, found: "id 1" },
    ],
  })
  const clear = () =>
    inWorkspace(home.caller, (tx) => clearStage(tx, home.caller, { runId: run.id, atMost: 5 }))
  expect([await clear(), await clear(), await clear()]).toEqual([5, 2, 0])
})

test("the source is met once; a refused run keeps its reasons", async () => {
  const [first, second] = [await start(), await start()]
  expect(second.source).toEqual(first.source)
  const problem = {
    kind: "no_rows",
    severity: "error" as const,
    column: null,
    what: "No rows",
    count: 1,
    samples: [],
    expected: "Rows",
    fix: "Add rows",
  }
  await inWorkspace(home.caller, (tx) =>
    refuseImport(tx, home.caller, { run: first, sha256: null, rowsRead: 0, problems: [problem] }),
  )
  const counts = { read: 3, created: 1, updated: 1, unchanged: 1, signals: 9 }
  await inWorkspace(home.caller, (tx) =>
    finishImport(tx, home.caller, { run: second, counts, day: "2026-11-16", warnings: [] }),
  )
  const runs = await inWorkspace(home.caller, (tx) => importRuns(tx, home.caller, { limit: 50 }))
  expect(runs.find(({ id }) => id === first.id)).toMatchObject({ state: "refused", problems: [problem] })
  expect(runs.find(({ id }) => id === second.id)).toMatchObject({
    state: "done",
    created: 1,
    skipped: 1,
    signals: 9,
  })
})

test("a run that fails leaves an event, once and without the cause's words", async () => {
  const to = await testWorkspace()
  const run = await start(to)
  const fail = () =>
    inWorkspace(to.caller, (tx) => failImport(tx, to.caller, { run, because: "connection lost" }))
  await fail()
  await fail()
  const events = await inWorkspace(to.caller, (tx) =>
    tx.execute(sql`select type, case_id, payload from event where type = 'import.failed'`),
  )
  expect([...events]).toEqual([
    { type: "import.failed", case_id: run.id, payload: { kind: "accounts", fileName: "a.csv" } },
  ])
})

test("a run that failed after it was done stays done", async () => {
  const run = await start()
  const counts = { read: 0, created: 0, updated: 0, unchanged: 0, signals: 0 }
  await inWorkspace(home.caller, (tx) =>
    finishImport(tx, home.caller, { run, counts, day: "2026-11-16", warnings: [] }),
  )
  await inWorkspace(home.caller, (tx) => failImport(tx, home.caller, { run, because: "stage" }))
  const [newest] = await inWorkspace(home.caller, (tx) => importRuns(tx, home.caller, { limit: 1 }))
  expect(newest).toMatchObject({ id: run.id, state: "done" })
})

test("a run whose program was killed is given up, and its stage is found", async () => {
  const run = await start()
  await stage(run.id)
  const { owner } = testDatabase()
  await owner`update sync_run set started_at = now() - interval '7 hours' where id = ${run.id}`
  await start()
  expect(await inWorkspace(home.caller, (tx) => leftoverStages(tx, home.caller))).toEqual([run.id])
})

test("a role without the permission is refused, another workspace sees neither run nor stage", async () => {
  const csm = home.as("csm")
  await expect(
    inWorkspace(csm, (tx) => startImport(tx, csm, { kind: "accounts", fileName: "a.csv", sourceKey: "csv" })),
  ).rejects.toMatchObject({ code: "forbidden" })
  const other = await testWorkspace()
  const run = await start()
  await stage(run.id)
  expect(await staged(run.id, other)).toEqual([])
  expect(await inWorkspace(other.caller, (tx) => importRuns(tx, other.caller, { limit: 9 }))).toEqual([])
})
