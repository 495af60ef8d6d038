import { expect, test } from "vitest"
import { testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import { check, load } from "./testing/load.ts"
import { writeImport } from "./write-import.ts"

const { owner } = testDatabase()

async function parents(workspaceId: string): Promise<Record<string, string | null>> {
  const rows = await owner<{ id: string; parent: string | null }[]>`
    select a.external_id as id, p.external_id as parent from account a left join account p on p.id = a.parent_id
    where a.workspace_id = ${workspaceId} order by 1`
  return Object.fromEntries(rows.map(({ id, parent }) => [id, parent]))
}

async function managers(workspaceId: string): Promise<Record<string, string | null>> {
  const rows = await owner<{ id: string; manager: string | null }[]>`
    select p.external_id as id, m.external_id as manager from person p left join person m on m.id = p.manager_id
    where p.workspace_id = ${workspaceId} order by 1`
  return Object.fromEntries(rows.map(({ id, manager }) => [id, manager]))
}

test("an import that leaves what exists links only the accounts that it made, and shows its progress", async () => {
  const { caller, workspaceId } = await testWorkspace()
  await load(caller, { kind: "accounts", text: "customer_id,name\n1,Acme\n2,Beta\n" })
  const text = "customer_id,name,parent\n1,Acme,2\n4,Delta,5\n5,Echo,1\n"
  const { runId, check: seen } = await check(caller, { kind: "accounts", text }, { conflict: "skip" })
  expect(seen.counts).toMatchObject({ create: 2, update: 0, skip: 1 })
  let beats = 0
  const outcome = await writeImport(caller, runId, { onRows: () => (beats += 1) })
  expect(outcome).toMatchObject({ created: 2, updated: 0, skipped: 1 })
  expect(beats).toBe(2)
  expect(await parents(workspaceId)).toEqual({ 1: null, 2: null, 4: "5", 5: "1" })
})

test("a row that changes nothing but the parent is announced and counted as an update", async () => {
  const { caller, workspaceId } = await testWorkspace()
  await load(caller, { kind: "accounts", text: "customer_id,name\n1,Acme\n2,Beta\n" })
  const text = "customer_id,name,parent\n1,Acme,\n2,Beta,1\n"
  const { check: seen, outcome } = await load(caller, { kind: "accounts", text })
  expect(seen.counts).toMatchObject({ create: 0, update: 1, skip: 1 })
  expect(outcome).toMatchObject({ created: 0, updated: 1, skipped: 1 })
  expect(await parents(workspaceId)).toEqual({ 1: null, 2: "1" })
})

test("new people find a manager further down also when those who exist are left as they are", async () => {
  const { caller, workspaceId } = await testWorkspace()
  await load(caller, { kind: "people", text: "id,name,position\np1,Ann Lee,CSM\n" })
  const text = "id,name,position,manager\np1,Ann Lee,CSM,p3\np2,Bo Ek,CSM,p3\np3,Cy Dow,Lead,\n"
  const { outcome } = await load(caller, { kind: "people", text }, { conflict: "skip" })
  expect(outcome).toMatchObject({ created: 2, updated: 0, skipped: 1 })
  expect(await managers(workspaceId)).toEqual({ p1: null, p2: "p3", p3: null })
})

test("a parent that stands further down makes its row an update, in the check, in the count and only once", async () => {
  const { caller, workspaceId } = await testWorkspace()
  await load(caller, { kind: "accounts", text: "customer_id,name,ARR,NPS\n1,Acme,,\n2,Beta,,\n3,Gamma,,\n" })
  const text =
    "customer_id,name,ARR,NPS,parent\n1,Acme,,,9\n2,Beta,,7,9\n3,Gamma,900,,9\n4,Delta,,,9\n9,Group,,,\n"
  // Everything is in one chunk here: the parent is there when the rows are linked for the first time.
  const one = await check(caller, { kind: "accounts", text })
  expect(one.check.counts).toMatchObject({ create: 2, update: 3, skip: 0 })
  const rows = Array.from({ length: 400 }, (_, at) => `n-${at},New ${at},,,`).join("\n")
  const far = text.replace("9,Group", `${rows}\n9,Group`)
  const { runId, check: seen } = await check(caller, { kind: "accounts", text: far })
  expect(seen.counts).toMatchObject({ create: 402, update: 3, skip: 0 })
  expect(seen.sample[0]).toMatchObject({
    verdict: "update",
    changes: [{ field: "Parent account", before: null, after: "9" }],
  })
  expect(await writeImport(caller, runId)).toMatchObject({ created: 402, updated: 3, skipped: 0 })
  expect(await parents(workspaceId)).toMatchObject({ 1: "9", 2: "9", 3: "9", 4: "9" })
  const again = await load(caller, { kind: "accounts", text: far })
  expect(again.check.counts).toMatchObject({ create: 0, update: 0, skip: 405 })
  expect(again.outcome).toMatchObject({ created: 0, updated: 0, skipped: 405 })
})

test("a manager further down makes their people updates, in the check and in the count", async () => {
  const { caller, workspaceId } = await testWorkspace()
  await load(caller, { kind: "people", text: "id,name\np1,Ann Lee\np2,Bo Ek\n" })
  const rows = Array.from({ length: 400 }, (_, at) => `n${at},New ${at},`).join("\n")
  const text = `id,name,manager\np1,Ann Lee,Cy Dow\np2,Bo Ek,Nobody\n${rows}\np3,Cy Dow,\n`
  const { check: seen, outcome } = await load(caller, { kind: "people", text })
  expect(seen.counts).toMatchObject({ create: 401, update: 1, skip: 1 })
  expect(seen.sample[0]).toMatchObject({
    verdict: "update",
    changes: [{ field: "Manager", before: null, after: "Cy Dow" }],
  })
  expect(outcome).toMatchObject({ created: 401, updated: 1, skipped: 1 })
  expect(await managers(workspaceId)).toMatchObject({ p1: "p3", p2: null })
  expect((await load(caller, { kind: "people", text })).outcome).toMatchObject({ updated: 0, skipped: 403 })
})

test("what a link or an owner was and becomes is told by name", async () => {
  const { caller } = await testWorkspace()
  await load(caller, { kind: "people", text: "id,name\np1,Ann Lee\np2,Bo Ek\n" })
  const text = "customer_id,name,owner,parent\n1,Acme,p1,\n2,Beta,,\n3,Gamma,p1,1\n"
  await load(caller, { kind: "accounts", text })
  const { check: seen } = await check(caller, {
    kind: "accounts",
    text: text.replace("Gamma,p1,1", "Gamma,p2,2"),
  })
  expect(seen.sample.find(({ verdict }) => verdict === "update")?.changes).toEqual([
    { field: "Owner", before: "Ann Lee", after: "Bo Ek" },
    { field: "Parent", before: "Acme", after: "Beta" },
  ])
})
