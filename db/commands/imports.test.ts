import { sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import type { Caller } from "#lib/access/caller.ts"
import type { ImportCheck } from "#lib/imports/import-check.ts"
import { inWorkspace } from "../in-workspace.ts"
import { importRun, importRuns } from "../queries/imports.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "../testing/workspace.ts"
import { discardRun, forgetFileParts, keepFilePart, openImport } from "./imports-receive.ts"
import { beginUndo } from "./imports-undo.ts"
import {
  beginChunk,
  beginWriting,
  claimRun,
  endChunk,
  failRun,
  finishRun,
  refuseRun,
} from "./imports-write.ts"

let home: TestWorkspace
beforeAll(async () => {
  home = await testWorkspace()
})

const open = (caller: Caller) =>
  inWorkspace(caller, (tx) =>
    openImport(tx, caller, { kind: "accounts", fileName: "a.csv", sourceKey: "csv" }),
  )

const sound: ImportCheck = {
  rows: 3,
  problems: [],
  warnings: [],
  notes: [],
  counts: { create: 3, update: 0, skip: 0, reject: 0, readings: 0 },
  sample: [],
  isWritable: true,
  firstDay: "2026-11-16",
  lastDay: "2026-11-16",
  plan: {
    kind: "accounts",
    shape: "rows",
    headers: ["id"],
    fields: {},
    measures: [],
    leftOut: [],
    day: "2026-11-16",
    today: "2026-11-16",
    timeZone: "UTC",
    currency: "USD",
    conflict: "update",
    repairs: [],
    treatments: [],
  },
}

/** A run as a sound check leaves it. */
async function checked({ caller, workspaceId }: TestWorkspace): Promise<string> {
  const { runId } = await open(caller)
  await testDatabase().owner`
    update sync_run set state = 'checked', report = ${JSON.stringify(sound)}::text::jsonb
    where workspace_id = ${workspaceId} and id = ${runId}`
  return runId
}

const state = async ({ caller }: TestWorkspace, runId: string) =>
  (await inWorkspace(caller, (tx) => importRun(tx, caller, runId)))?.state

test("a run goes from draft to done chunk by chunk, counts, and leaves an event", async () => {
  const { caller } = home
  const runId = await checked(home)
  const counts = { created: 2, updated: 1, skipped: 0, rejected: 0, signals: 4 }
  await inWorkspace(caller, async (tx) => {
    await beginWriting(tx, caller, { runId })
    await claimRun(tx, caller, { runId, state: "writing" })
  })
  await inWorkspace(caller, async (tx) => {
    await beginChunk(tx, caller, { runId, writtenThrough: 0 })
    await endChunk(tx, caller, { runId, writtenThrough: 4, counts })
  })
  await inWorkspace(caller, (tx) => finishRun(tx, caller, { runId }))
  const run = await inWorkspace(caller, (tx) => importRun(tx, caller, runId))
  expect(run).toMatchObject({
    state: "done",
    rowsRead: 3,
    writtenThrough: 4,
    ...counts,
    lastDay: "2026-11-16",
  })
  expect(run?.undoUntil?.getTime()).toBeGreaterThan(Date.now())
  const [event] = await inWorkspace(caller, (tx) =>
    tx.execute(sql`select type, payload from event where case_id = ${runId} and type = 'import.finished'`),
  )
  expect(event?.payload).toMatchObject({ kind: "accounts", created: 2, signals: 4 })
})

test("two never write one run: the second is refused, and who was overtaken finds its chunk gone", async () => {
  const { caller } = home
  const runId = await checked(home)
  await inWorkspace(caller, (tx) => beginWriting(tx, caller, { runId }))
  const claim = () => inWorkspace(caller, (tx) => claimRun(tx, caller, { runId, state: "writing" }))
  await claim()
  await expect(claim()).rejects.toMatchObject({ code: "conflict" })
  await testDatabase()
    .owner`update sync_run set heartbeat_at = now() - interval '31 seconds' where id = ${runId}`
  await claim()
  const counts = { created: 0, updated: 0, skipped: 1, rejected: 0, signals: 0 }
  const chunk = (through: number) =>
    inWorkspace(caller, async (tx) => {
      await beginChunk(tx, caller, { runId, writtenThrough: 0 })
      await endChunk(tx, caller, { runId, writtenThrough: through, counts })
    })
  await chunk(2)
  await expect(chunk(3)).rejects.toMatchObject({ code: "conflict" })
})

test("only a sound check may be written, and only what was written can be undone", async () => {
  const { caller } = home
  const { runId } = await open(caller)
  const write = () => inWorkspace(caller, (tx) => beginWriting(tx, caller, { runId }))
  await expect(write()).rejects.toMatchObject({ code: "conflict" })
  await expect(inWorkspace(caller, (tx) => beginUndo(tx, caller, { runId }))).rejects.toMatchObject({
    code: "conflict",
  })
  await inWorkspace(caller, (tx) => refuseRun(tx, caller, { runId }))
  expect(await state(home, runId)).toBe("refused")
})

test("a run that fails leaves one event without the cause's words, and can go on", async () => {
  const to = await testWorkspace()
  const { caller } = to
  const runId = await checked(to)
  await inWorkspace(caller, (tx) => beginWriting(tx, caller, { runId }))
  const fail = () => inWorkspace(caller, (tx) => failRun(tx, caller, { runId, because: "connection lost" }))
  await fail()
  await fail()
  const events = await inWorkspace(caller, (tx) =>
    tx.execute(sql`select type, case_id, payload from event where type = 'import.failed'`),
  )
  expect([...events]).toEqual([
    { type: "import.failed", case_id: runId, payload: { kind: "accounts", fileName: "a.csv" } },
  ])
  await inWorkspace(caller, (tx) => beginWriting(tx, caller, { runId }))
  expect(await state(to, runId)).toBe("writing")
  await fail()
  await testDatabase().owner`update sync_run set undo_until = now() - interval '1 minute' where id = ${runId}`
  await expect(inWorkspace(caller, (tx) => beginWriting(tx, caller, { runId }))).rejects.toMatchObject({
    code: "conflict",
  })
})

test("a discarded run takes no more of its file and what it has goes", async () => {
  const { caller } = home
  const { runId } = await open(caller)
  const keep = (part: number) =>
    inWorkspace(caller, (tx) => keepFilePart(tx, caller, { runId, part, bytes: Buffer.from("id\n") }))
  await keep(0)
  await inWorkspace(caller, (tx) => discardRun(tx, caller, { runId }))
  await expect(keep(1)).rejects.toMatchObject({ code: "conflict" })
  await inWorkspace(caller, (tx) => forgetFileParts(tx, caller, { runId }))
  const left = await inWorkspace(caller, (tx) =>
    tx.execute(sql`select part from import_file where run_id = ${runId}`),
  )
  expect([...left]).toEqual([])
})

test("a role without the permission is refused, and another workspace knows no run of ours", async () => {
  await expect(open(home.as("csm"))).rejects.toMatchObject({ code: "forbidden" })
  const runId = await checked(home)
  const { caller } = await testWorkspace()
  expect(await inWorkspace(caller, (tx) => importRun(tx, caller, runId))).toBeNull()
  expect(await inWorkspace(caller, (tx) => importRuns(tx, caller, { limit: 9 }))).toEqual([])
  for (const act of [beginWriting, beginUndo, discardRun])
    await expect(inWorkspace(caller, (tx) => act(tx, caller, { runId }))).rejects.toMatchObject({
      code: "not_found",
    })
})
