import { sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import type { Caller } from "#lib/access/caller.ts"
import { accountFields } from "#lib/accounts/schema.ts"
import { newId } from "#lib/platform/new-id.ts"
import { inWorkspace } from "../in-workspace.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "../testing/workspace.ts"
import { linkParents, writeAccounts } from "./accounts.ts"

let home: TestWorkspace
beforeAll(async () => {
  home = await testWorkspace()
})

const draft = (externalId: string, more: Record<string, unknown> = {}) =>
  accountFields.parse({ externalId, name: externalId, ...more })

const write = (caller: Caller, ...accounts: ReturnType<typeof draft>[]) =>
  inWorkspace(caller, (tx) => writeAccounts(tx, caller, { accounts }))

const stored = (caller: Caller, externalId: string) =>
  inWorkspace(caller, async (tx) => {
    const [row] = await tx.execute(sql`
      select slug, name, name_key, region, segment, owner_id, parent_id, version, updated_at::text as updated_at
      from account where external_id = ${externalId}`)
    return row
  })

const eventCount = async ({ workspaceId }: TestWorkspace) => {
  const { owner } = testDatabase()
  const [row] = await owner<
    { count: number }[]
  >`select count(*)::int as count from event where workspace_id = ${workspaceId}`
  return row?.count
}

test("creates, changes what is stated, and leaves blanks and equal accounts alone", async () => {
  const first = await write(home.caller, draft("A-1", { name: "Émile 9", region: "EMEA", segment: "SMB" }))
  expect(first).toMatchObject({ created: 1, updated: 0, unchanged: 0 })
  expect(await stored(home.caller, "A-1")).toMatchObject({ slug: "emile-9", name_key: "emile 0000000009" })

  const renamed = await write(home.caller, draft("A-1", { name: "Émile 10" }))
  expect(renamed).toMatchObject({ created: 0, updated: 1 })
  const after = await stored(home.caller, "A-1")
  expect(after).toMatchObject({
    slug: "emile-9",
    name: "Émile 10",
    region: "EMEA",
    segment: "SMB",
    version: 2,
  })

  const events = await eventCount(home)
  expect(await write(home.caller, draft("A-1", { name: "Émile 10" }))).toMatchObject({
    updated: 0,
    unchanged: 1,
  })
  expect(await stored(home.caller, "A-1")).toEqual(after)
  expect(await eventCount(home)).toBe(events)
})

test("equal names get addresses of their own, also next to numbered ones", async () => {
  await write(home.caller, draft("B-1", { name: "Twin" }), draft("B-2", { name: "Twin" }))
  await write(home.caller, draft("B-3", { name: "Twin" }), draft("twin", { name: "Twin" }))
  const slugs = await Promise.all(["B-1", "B-2", "B-3", "twin"].map((id) => stored(home.caller, id)))
  expect(slugs.map((row) => row?.slug)).toEqual(["twin", "twin-b-2", "twin-b-3", "twin-2"])
  await write(home.caller, draft("TWIN", { name: "Twin" }))
  expect((await stored(home.caller, "TWIN"))?.slug).toBe("twin-3")
})

test("parents are linked once, never to the account itself", async () => {
  await write(home.caller, draft("C-1"), draft("C-2"))
  const links = [
    { externalId: "C-1", parentExternalId: "C-2" },
    { externalId: "C-2", parentExternalId: "C-2" },
    { externalId: "C-2", parentExternalId: "nobody" },
  ]
  const link = () => inWorkspace(home.caller, (tx) => linkParents(tx, home.caller, { links }))
  expect(await link()).toMatchObject({ linked: [expect.any(String)] })
  expect(await link()).toEqual({ linked: [] })
  expect((await stored(home.caller, "C-2"))?.parent_id).toBeNull()
})

test("an owner is found by name or id; a name that two people bear is nobody's", async () => {
  const { owner } = testDatabase()
  const [ann, one, two] = [newId(), newId(), newId()]
  for (const [id, external, name] of [
    [ann, "p-1", "Ann Lee"],
    [one, "p-2", "Sam Roe"],
    [two, "p-3", "Sam Roe"],
  ] as const)
    await owner`insert into person (workspace_id, id, external_id, name, position, job_function)
      values (${home.workspaceId}, ${id}, ${external}, ${name}, 'Customer Success Manager', 'cs')`
  await write(
    home.caller,
    draft("D-1", { ownerName: "ann lee" }),
    draft("D-2", { ownerName: "P-1" }),
    draft("D-3", { ownerName: "Sam Roe" }),
  )
  const owners = await Promise.all(["D-1", "D-2", "D-3"].map((id) => stored(home.caller, id)))
  expect(owners.map((row) => row?.owner_id)).toEqual([ann, ann, null])
})

test("refuses the same account twice and writes nothing", async () => {
  await expect(write(home.caller, draft("E-1"), draft("E-1"))).rejects.toMatchObject({
    code: "invalid_input",
  })
  expect(await stored(home.caller, "E-1")).toBeUndefined()
})

test("a role without the permission is refused before anything happens", async () => {
  await expect(write(home.as("viewer"), draft("F-1"))).rejects.toMatchObject({ code: "forbidden" })
  expect(await stored(home.caller, "F-1")).toBeUndefined()
})

test("another workspace neither sees nor changes the account", async () => {
  const other = await testWorkspace()
  await write(home.caller, draft("G-1", { name: "Ours" }))
  expect(await stored(other.caller, "G-1")).toBeUndefined()
  expect(await write(other.caller, draft("G-1", { name: "Theirs" }))).toMatchObject({ created: 1 })
  expect(await stored(home.caller, "G-1")).toMatchObject({ name: "Ours", version: 1 })
})
