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
