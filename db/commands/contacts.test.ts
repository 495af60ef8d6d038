import { sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import type { Caller } from "#lib/access/caller.ts"
import { accountFields } from "#lib/accounts/schema.ts"
import { inWorkspace } from "../in-workspace.ts"
import { contactsOf } from "../queries/account-detail.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "../testing/workspace.ts"
import { writeAccounts } from "./accounts.ts"
import { type ContactDraft, writeContacts } from "./contacts.ts"

process.env.CSOPS_MASTER_KEY = Buffer.alloc(32, 7).toString("base64")

let home: TestWorkspace
let accountId: string
beforeAll(async () => {
  home = await testWorkspace()
  const accounts = [accountFields.parse({ externalId: "1", name: "One" })]
  const written = await inWorkspace(home.caller, (tx) => writeAccounts(tx, home.caller, { accounts }))
  accountId = written.ids.get("1")!
})

const zoe = (fields: Partial<ContactDraft> = {}): ContactDraft => ({
  externalId: "1-1",
  accountId,
  role: "sponsor",
  strength: 4,
  lastContactOn: "2026-11-02",
  relationshipOwnerExternalId: null,
  leftOn: null,
  name: "Zoë Müller",
  email: "zoe@one.example",
  title: null,
  ...fields,
})

const write = (caller: Caller, contacts: readonly ContactDraft[]) =>
  inWorkspace(caller, (tx) => writeContacts(tx, caller, { contacts }))
const read = (caller: Caller) => inWorkspace(caller, (tx) => contactsOf(tx, caller, accountId))
const sealed = () =>
  inWorkspace(home.caller, (tx) =>
    tx.execute<{ name: Buffer; keys: number }>(sql`
      select name_sealed as name, (select count(*)::int from subject_key) as keys from contact`),
  )

test("a contact is sealed, and opens for those who may read it", async () => {
  expect(await write(home.caller, [zoe()])).toMatchObject({ created: 1, updated: 0, erased: 0, unknown: 0 })
  const [row] = await sealed()
  expect(Buffer.from(row!.name).includes("Zo")).toBe(false)
  expect(await read(home.as("csm"))).toMatchObject([
    { name: "Zoë Müller", email: "zoe@one.example", title: null, strength: 4, lastContactOn: "2026-11-02" },
  ])
  expect(await read(home.as("viewer"))).toMatchObject([{ name: null, email: null, role: "sponsor" }])
})

test("the same again keeps even the sealed bytes; a change is written under the same key", async () => {
  const [before] = await sealed()
  expect(await write(home.caller, [zoe()])).toMatchObject({ created: 0, updated: 0, erased: 0, unknown: 0 })
  expect(await sealed()).toEqual([before])
  expect(await write(home.caller, [zoe({ title: "COO" })])).toMatchObject({
    created: 0,
    updated: 1,
    erased: 0,
    unknown: 0,
  })
  expect(await write(home.caller, [zoe({ title: "COO", leftOn: "2026-11-10" })])).toMatchObject({
    updated: 1,
  })
  expect(await sealed()).toMatchObject([{ keys: 1 }])
  expect(await read(home.caller)).toMatchObject([{ title: "COO", leftOn: "2026-11-10" }])
})

test("each write that changed something is told, without a name", async () => {
  const events = await inWorkspace(home.caller, (tx) =>
    tx.execute<{ payload: unknown }>(sql`select payload from event where type = 'contacts.written'`),
  )
  expect(events.map(({ payload }) => payload)).toEqual([{ count: 1 }, { count: 1 }, { count: 1 }])
})

test("an erased person does not come back", async () => {
  const { owner } = testDatabase()
  await owner`update subject_key set wrapped_key = null, destroyed_at = now() where workspace_id = ${home.workspaceId}`
  expect(await write(home.caller, [zoe({ title: "Chief Executive" })])).toMatchObject({
    created: 0,
    updated: 0,
    erased: 1,
    unknown: 0,
  })
  expect(await read(home.caller)).toMatchObject([{ name: null, title: null }])
})

test("a viewer may not write contacts, and another workspace sees none and can give none away", async () => {
  await expect(write(home.as("viewer"), [zoe({ externalId: "2" })])).rejects.toMatchObject({
    code: "forbidden",
  })
  const other = await testWorkspace()
  expect(await read(other.caller)).toEqual([])
  expect(await write(other.caller, [zoe({ externalId: "2" })])).toMatchObject({ created: 0, unknown: 1 })
  expect(await read(home.caller)).toHaveLength(1)
})

test("a contact given twice is refused", async () => {
  await expect(write(home.caller, [zoe(), zoe()])).rejects.toMatchObject({ code: "invalid_input" })
})
