import { beforeAll, expect, test } from "vitest"
import type { Caller } from "#lib/access/caller.ts"
import { accountFields } from "#lib/accounts/schema.ts"
import { mostFound } from "#lib/find/found.ts"
import { newId } from "#lib/platform/new-id.ts"
import { writeAccounts } from "../commands/accounts.ts"
import { inWorkspace } from "../in-workspace.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "../testing/workspace.ts"
import { found } from "./find.ts"

const { owner } = testDatabase()
let home: TestWorkspace

const names = ["Great North Bank", "Northern Lights", "North", "Århus Foods", "Fourthnorth", "Elsewhere"]

async function person(name: string, endedOn: string | null = null): Promise<string> {
  const id = newId()
  await owner`insert into person (workspace_id, id, external_id, name, position, job_function, ended_on)
    values (${home.workspaceId}, ${id}, ${id}, ${name}, 'CSM', 'cs', ${endedOn})`
  return id
}

const find = (q: string, caller: Caller = home.caller) =>
  inWorkspace(caller, (tx) => found(tx, caller, { q }))
const accountsOf = async (q: string, caller?: Caller) =>
  (await find(q, caller)).accounts.map(({ name }) => name)
const peopleOf = async (q: string) => (await find(q)).people.map(({ name, accounts }) => [name, accounts])

beforeAll(async () => {
  home = await testWorkspace()
  await person("Olivia Norton")
  await person("Nora Owens")
  await person("Nobody Gone", "2026-01-31")
  await person("Nonna Left", "2026-01-31")
  const accounts = [
    ...names.map((name, place) =>
      accountFields.parse({
        externalId: `x-${place}`,
        name,
        ownerName: place === 0 ? "Olivia Norton" : place === 1 ? "Nonna Left" : null,
      }),
    ),
    ...Array.from({ length: 12 }, (_, place) =>
      accountFields.parse({ externalId: `many-${place}`, name: `Many ${place}` }),
    ),
  ]
  await inWorkspace(home.caller, (tx) => writeAccounts(tx, home.caller, { accounts }))
})

test("the same name comes first, then names that begin so, then words, then anywhere", async () => {
  expect(await accountsOf("north")).toEqual(["North", "Northern Lights", "Great North Bank", "Fourthnorth"])
})

test("accents and case make no difference", async () => {
  expect(await accountsOf("ARHUS")).toEqual(["Århus Foods"])
  expect(await accountsOf("ärhus")).toEqual(["Århus Foods"])
})

test("an account is found by its id and its slug, and signs are no pattern", async () => {
  expect(await accountsOf("x-5")).toEqual(["Elsewhere"])
  expect(await accountsOf("northern-lights")).toEqual(["Northern Lights"])
  expect(await accountsOf("%")).toEqual([])
  expect(await accountsOf("_")).toEqual([])
})

test("people come with the accounts that they own; who has left and owns none is not found", async () => {
  expect(await peopleOf("no")).toEqual([
    ["Nonna Left", 1],
    ["Nora Owens", 0],
    ["Olivia Norton", 1],
  ])
})

test("no more than eight, and nothing of another workspace", async () => {
  expect(await accountsOf("many")).toHaveLength(mostFound)
  const other = await testWorkspace()
  expect(await find("n", other.caller)).toEqual({ accounts: [], people: [] })
})
