import { beforeAll, expect, test } from "vitest"
import type { Caller } from "#lib/access/caller.ts"
import type { ChosenAccounts } from "#lib/accounts/assign-owner.ts"
import { accountFields } from "#lib/accounts/schema.ts"
import type { PersonDraft } from "#lib/people/schema.ts"
import { inWorkspace } from "../in-workspace.ts"
import { accountRows } from "../queries/accounts.ts"
import { assignableOwners } from "../queries/list-owners.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "../testing/workspace.ts"
import { assignOwner, undoOwners } from "./account-owners.ts"
import { writeAccounts } from "./accounts.ts"
import { writePeople } from "./people.ts"

const { owner } = testDatabase()
const day = "2026-11-16"

const person = (externalId: string, name: string, endedOn: string | null = null): PersonDraft => ({
  externalId,
  name,
  position: "Customer Success Manager",
  jobFunction: "cs",
  managerExternalId: null,
  teamName: null,
  fte: 1,
  timeZone: null,
  startedOn: null,
  endedOn,
  skills: [],
  costRates: [],
})

type Book = { home: TestWorkspace; people: Record<string, string>; ids: Record<string, string> }

/** Ana owns one and two, Ben owns three, nobody owns four; Cay has left. */
async function book(): Promise<Book> {
  const home = await testWorkspace()
  const people = [person("ana", "Ana"), person("ben", "Ben"), person("cay", "Cay", "2026-06-30")]
  const owners: [string, string | null][] = [
    ["one", "ana"],
    ["two", "ana"],
    ["three", "ben"],
    ["four", null],
  ]
  const accounts = owners.map(([externalId, ownerName]) =>
    accountFields.parse({
      externalId,
      name: externalId,
      ownerName,
      segment: ownerName === "ana" ? "SMB" : null,
    }),
  )
  return inWorkspace(home.caller, async (tx) => {
    await writePeople(tx, home.caller, { teams: [], skills: [], people })
    const { ids } = await writeAccounts(tx, home.caller, { accounts })
    const rows = await tx.execute<{ id: string; external_id: string }>("select id, external_id from person")
    return {
      home,
      people: Object.fromEntries(rows.map((row) => [row.external_id, row.id])),
      ids: Object.fromEntries(ids),
    }
  })
}

const assign = (
  caller: Caller,
  chosen: ChosenAccounts,
  { to, expected }: { to: string | null; expected?: number },
) =>
  inWorkspace(caller, (tx) =>
    assignOwner(tx, caller, { chosen, ownerId: to, ...(expected === undefined ? {} : { expected }) }),
  )
const undo = (caller: Caller, eventId: string) =>
  inWorkspace(caller, (tx) => undoOwners(tx, caller, { eventId }))

const ownersOf = async ({ home }: Book) => {
  const asked = { query: { sort: "name" }, position: null, today: day, currency: "USD" } as const
  const { rows } = await inWorkspace(home.caller, (tx) => accountRows(tx, home.caller, asked))
  return Object.fromEntries(rows.map(({ name, ownerName }) => [name, ownerName]))
}

/** Every byte of the accounts, as the database writes them. */
const bytesOf = ({ home }: Book) =>
  owner`select id, md5(a::text) as bytes from account a where workspace_id = ${home.workspaceId} order by id`

const eventsOf = ({ home }: Book) =>
  owner`select type from event where workspace_id = ${home.workspaceId} and type like 'accounts.owner%' order by seq`

const eventIdOf = (outcome: Awaited<ReturnType<typeof assign>>): string => {
  if (!outcome.ok || outcome.value.eventId === null) throw new Error("Nothing was assigned.")
  return outcome.value.eventId
}

test("accounts get an owner, and an undo restores every byte and leaves two entries", async () => {
  const world = await book()
  const { home, people, ids } = world
  const before = await bytesOf(world)
  const outcome = await assign(
    home.caller,
    { accountIds: Object.values(ids) },
    { to: people.ben!, expected: 4 },
  )
  expect(outcome).toMatchObject({ ok: true, value: { changed: 3, unchanged: 1, ownerName: "Ben" } })
  expect(await ownersOf(world)).toEqual({ one: "Ben", two: "Ben", three: "Ben", four: "Ben" })
  expect(await bytesOf(world)).not.toEqual(before)
  expect(await undo(home.caller, eventIdOf(outcome))).toEqual({
    ok: true,
    value: { restored: 3, leftAlone: 0, words: "3 accounts have their former owners again." },
  })
  expect(await bytesOf(world)).toEqual(before)
  expect(await ownersOf(world)).toEqual({ one: "Ana", two: "Ana", three: "Ben", four: null })
  expect((await eventsOf(world)).map(({ type }) => type)).toEqual([
    "accounts.owner_assigned",
    "accounts.owner_restored",
  ])
})

test("all that match get the owner, or nobody's", async () => {
  const world = await book()
  const { home, people } = world
  await assign(home.caller, { query: { segment: "SMB" } }, { to: null, expected: 2 })
  expect(await ownersOf(world)).toMatchObject({ one: null, two: null, three: "Ben" })
  await assign(home.caller, { query: {} }, { to: people.ana! })
  expect(new Set(Object.values(await ownersOf(world)))).toEqual(new Set(["Ana"]))
  const again = await assign(home.caller, { query: {} }, { to: people.ana! })
  expect(again).toMatchObject({ ok: true, value: { changed: 0, unchanged: 4, eventId: null } })
  expect(await eventsOf(world)).toHaveLength(2)
})

test("what somebody changed since stays, and is counted", async () => {
  const world = await book()
  const { home, people, ids } = world
  const eventId = eventIdOf(await assign(home.caller, { query: {} }, { to: people.ben! }))
  await assign(home.caller, { accountIds: [ids.one!] }, { to: null })
  const renamed = [accountFields.parse({ externalId: "two", name: "Two" })]
  await inWorkspace(home.caller, (tx) => writeAccounts(tx, home.caller, { accounts: renamed }))
  expect(await undo(home.caller, eventId)).toMatchObject({ ok: true, value: { restored: 2, leftAlone: 1 } })
  expect(await ownersOf(world)).toEqual({ one: null, Two: "Ana", three: "Ben", four: null })
  const versions = await owner`select name, version from account where workspace_id = ${home.workspaceId}
    and name in ('Two', 'four') order by name`
  expect(versions.map(({ name, version }) => [name, version])).toEqual([
    ["Two", 4],
    ["four", 1],
  ])
})

test("when all were changed since, nothing is undone and nothing is recorded", async () => {
  const world = await book()
  const { home, people, ids } = world
  const eventId = eventIdOf(await assign(home.caller, { accountIds: [ids.one!] }, { to: people.ben! }))
  await assign(home.caller, { accountIds: [ids.one!] }, { to: null })
  expect(await undo(home.caller, eventId)).toMatchObject({ ok: false, reason: "changed_since" })
  expect(await eventsOf(world)).toHaveLength(2)
})

test("an undo works once, and for a day", async () => {
  const { home, people, ids } = await book()
  const eventId = eventIdOf(await assign(home.caller, { accountIds: [ids.one!] }, { to: people.ben! }))
  const later = { ...home.caller, now: new Date(home.caller.now.getTime() + 24 * 3_600_000 + 1) }
  expect(await undo(later, eventId)).toMatchObject({ ok: false, reason: "too_late" })
  expect(await undo(home.caller, eventId)).toMatchObject({ ok: true })
  expect(await undo(home.caller, eventId)).toMatchObject({ ok: false, reason: "already_undone" })
})

let world: Book
beforeAll(async () => {
  world = await book()
})

test("who has left, who is not known and who is of another workspace gets nothing", async () => {
  const { home, people, ids } = world
  const other = await book()
  for (const to of [people.cay!, ids.one!, other.people.ana!])
    expect(await assign(home.caller, { query: {} }, { to })).toMatchObject({
      ok: false,
      reason: "nobody_such",
    })
  expect(await assign(home.caller, { accountIds: [other.ids.one!] }, { to: null })).toMatchObject({
    ok: false,
    reason: "count_changed",
  })
  expect(await ownersOf(world)).toEqual({ one: "Ana", two: "Ana", three: "Ben", four: null })
})

test("another number than was shown is refused with both, and none at all too", async () => {
  const { home, people } = world
  expect(await assign(home.caller, { query: {} }, { to: people.ana!, expected: 3 })).toEqual({
    ok: false,
    reason: "count_changed",
    detail: "4 accounts match now, not 3. Look at the list and choose again.",
  })
  expect(await assign(home.caller, { query: { q: "nobody" } }, { to: people.ana! })).toMatchObject({
    ok: false,
    reason: "none_chosen",
  })
})

test("another workspace cannot undo it, and a viewer can do neither", async () => {
  const { home, people, ids } = await book()
  const eventId = eventIdOf(await assign(home.caller, { accountIds: [ids.one!] }, { to: people.ben! }))
  expect(await undo(world.home.caller, eventId)).toMatchObject({ ok: false, reason: "nothing_to_undo" })
  await expect(assign(home.as("viewer"), { query: {} }, { to: people.ben! })).rejects.toThrow("account.write")
  await expect(undo(home.as("viewer"), eventId)).rejects.toThrow("account.write")
})

test("people who work here can be chosen, with the accounts that they have", async () => {
  const { home } = world
  const choices = await inWorkspace(home.caller, (tx) => assignableOwners(tx, home.caller))
  expect(choices.map(({ name, accounts }) => [name, accounts])).toEqual([
    ["Ana", 2],
    ["Ben", 1],
  ])
})

test("a list of one's own accounts is that of the person who asks, and empty for a login that is no person", async () => {
  const { home, people } = world
  const mine = async (personId: string | undefined) => {
    const actor = { ...home.caller.actor, personId: (personId ?? null) as Caller["actor"]["personId"] }
    const caller = { ...home.caller, actor }
    const asked = {
      query: { owner: "me", sort: "name" },
      position: null,
      today: day,
      currency: "USD",
    } as const
    return (await inWorkspace(caller, (tx) => accountRows(tx, caller, asked))).rows.map(({ name }) => name)
  }
  expect(await mine(people.ana)).toEqual(["one", "two"])
  expect(await mine(people.ben)).toEqual(["three"])
  expect(await mine(undefined)).toEqual([])
})
