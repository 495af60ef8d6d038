import { afterAll, beforeAll, expect, inject, test } from "vitest"
import { inWorkspace } from "#db/in-workspace.ts"
import { importRun, importRuns } from "#db/queries/imports.ts"
import { tableHashes } from "#db/testing/import-world.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import { postImport } from "#lib/api/imports.ts"
import { closeJobQueue } from "#lib/server/jobs/job-queue.ts"
import { startWriting } from "./start-writing.ts"
import { takeImport } from "./take-import.ts"
import { check, load } from "./testing/load.ts"
import { writeImport } from "./write-import.ts"

const { owner } = testDatabase()
process.env.DATABASE_URL = inject("appUrl")

let home: TestWorkspace
beforeAll(async () => {
  home = await testWorkspace(new Date())
})
afterAll(() => closeJobQueue())

const csv = "customer_id,name,NPS\n1,Acme,9\n2,Beta,4\n"
const query = (given: Record<string, string>) => postImport.query.parse({ kind: "accounts", ...given })
const raw = (text: string) => new Request("http://csops.example/", { method: "POST", body: text })
const jobsOf = ({ workspaceId }: TestWorkspace) =>
  owner`select data from pgboss.job where name = 'write-import' and data ->> 'workspaceId' = ${workspaceId}`

test("a dry run answers what would happen and leaves no trace", async () => {
  const before = await tableHashes(home.caller)
  const { status, body } = await takeImport(home.caller, query({ dry_run: "true" }), raw(csv))
  expect(status).toBe(200)
  expect(postImport.answer.parse(body)).toMatchObject({
    run_id: null,
    state: "checked",
    counts: { rows: 2, created: 2, updated: 0, rejected: 0 },
  })
  expect(await tableHashes(home.caller)).toEqual(before)
  expect(await inWorkspace(home.caller, (tx) => importRuns(tx, home.caller, { limit: 5 }))).toEqual([])
})

test("a sound file, also from a form, is taken with 202 and its job is asked for", async () => {
  const to = await testWorkspace(new Date())
  const form = new FormData()
  form.set("kind", "accounts")
  form.set("file", new Blob([csv]), "book.csv")
  const request = new Request("http://csops.example/", { method: "POST", body: form })
  const { status, body } = await takeImport(to.caller, query({}), request)
  expect(status).toBe(202)
  const answer = postImport.answer.parse(body)
  expect(answer).toMatchObject({ state: "writing", file_name: "book.csv" })
  expect(await jobsOf(to)).toMatchObject([{ data: { runId: answer.run_id } }])
})

test("a file with problems is refused with 422, unless its faulty rows may be left out", async () => {
  const to = await testWorkspace(new Date())
  const faulty = "account,measure,day,value\n1,NPS,2025-01-01,5\n"
  const sent = { kind: "signals" }
  const { status, body } = await takeImport(to.caller, query(sent), raw(faulty))
  expect(status).toBe(422)
  expect(body).toMatchObject({
    type: "/problems/import_refused",
    problems: [{ kind: "unknown_account", count: 1 }],
  })
  expect(await jobsOf(to)).toEqual([])
  const [run] = await inWorkspace(to.caller, (tx) => importRuns(tx, to.caller, { limit: 5 }))
  expect(run).toMatchObject({ state: "refused" })
  const mended = await takeImport(
    to.caller,
    postImport.query.parse({ kind: "accounts", reject_faulty: "true" }),
    raw(`${csv},Nobody,1\n`),
  )
  expect(mended.status).toBe(202)
})

test("a program reads the file as a person mapped it, and what the person chose stays remembered", async () => {
  const to = await testWorkspace(new Date())
  const text = "customer_id,name,NPS\n1,Acme,9\n"
  const columns = [
    { header: "customer_id", index: 0, use: "externalId" },
    { header: "name", index: 1, use: "name" },
    { header: "NPS", index: 2, use: "ignore" },
  ]
  await load(to.caller, { kind: "accounts", text }, { columns, conflict: "overwrite" })
  const { body } = await takeImport(to.caller, query({ source: "crm" }), raw(text))
  const { run_id: runId } = postImport.answer.parse(body)
  const run = async () => inWorkspace(to.caller, (tx) => importRun(tx, to.caller, runId ?? ""))
  expect((await run())?.settings).toMatchObject({ columns, conflict: "update" })
  expect(await writeImport(to.caller, runId ?? "")).toMatchObject({ signals: 0 })
  await load(to.caller, { kind: "accounts", text }, { columns: [] })
  const next = await takeImport(to.caller, query({ dry_run: "true", on_conflict: "skip" }), raw(text))
  expect(postImport.answer.parse(next.body)).toMatchObject({ counts: { signals: 0 } })
})

test("without a kind nothing is kept", async () => {
  const given = postImport.query.parse({})
  await expect(takeImport(home.caller, given, raw(csv))).rejects.toMatchObject({ code: "invalid_input" })
})

test("a run that may not be written asks for no job", async () => {
  const to = await testWorkspace()
  const { runId } = await check(to.caller, { kind: "accounts", text: "customer_id,name\n,\n" })
  await expect(startWriting(to.caller, runId)).rejects.toMatchObject({ code: "conflict" })
  expect(await jobsOf(to)).toEqual([])
  const run = await inWorkspace(to.caller, (tx) => importRun(tx, to.caller, runId))
  expect(run?.state).not.toBe("writing")
})
