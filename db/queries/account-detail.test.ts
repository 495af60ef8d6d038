import { sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import { can } from "#lib/access/policy.ts"
import { roles } from "#lib/access/roles.ts"
import { accountFields } from "#lib/accounts/schema.ts"
import { writeAccounts } from "../commands/accounts.ts"
import { writeContacts } from "../commands/contacts.ts"
import { ensureMeasures, ensureSignalMonths, receiveSignals } from "../commands/signals.ts"
import { writeSources } from "../commands/sources.ts"
import { inWorkspace } from "../in-workspace.ts"
import { type TestWorkspace, testWorkspace } from "../testing/workspace.ts"
import { contactsOf, movementsOf, recordsInBrief, signalsOf } from "./account-detail.ts"

process.env.CSOPS_MASTER_KEY = Buffer.alloc(32, 7).toString("base64")

let home: TestWorkspace
let accountId: string
beforeAll(async () => {
  home = await testWorkspace()
  const accounts = [accountFields.parse({ externalId: "1", name: "One" })]
  const written = await inWorkspace(home.caller, (tx) => writeAccounts(tx, home.caller, { accounts }))
  accountId = written.ids.get("1")!
})

test("a name that a role may not read is hidden, one that is gone is erased, for each role", async () => {
  const person = (externalId: string, role: "sponsor" | "user") => ({
    externalId,
    accountId,
    role,
    strength: null,
    lastContactOn: null,
    relationshipOwnerExternalId: null,
    leftOn: null,
    name: `Person ${externalId}`,
    email: null,
    title: null,
  })
  await inWorkspace(home.caller, async (tx) => {
    await writeContacts(tx, home.caller, { contacts: [person("kept", "sponsor"), person("gone", "user")] })
    await tx.execute(sql`
      update subject_key set wrapped_key = null, destroyed_at = now()
      where id = (select subject_key_id from contact where external_id = 'gone')`)
  })
  for (const role of roles) {
    const [kept, gone] = await inWorkspace(home.as(role), (tx) => contactsOf(tx, home.as(role), accountId))
    const mayRead = can({ role }, "contact.read_personal")
    expect(kept, role).toMatchObject({
      personal: mayRead ? "shown" : "hidden",
      name: mayRead ? "Person kept" : null,
    })
    expect(gone, role).toMatchObject({ personal: "erased", name: null })
  }
})

test("the totals count what the lists leave out", async () => {
  await inWorkspace(home.caller, (tx) =>
    tx.execute(sql`
      insert into arr_movement (workspace_id, id, account_id, kind, effective_on, amount_cents, currency, source)
      select ${home.workspaceId}, gen_random_uuid(), ${accountId}, 'expansion', date '2026-01-01' + n, 100, 'USD', 'test'
      from generate_series(1, 53) n`),
  )
  const {
    rows,
    brief: { totals, plan },
  } = await inWorkspace(home.caller, async (tx) => ({
    rows: await movementsOf(tx, home.caller, accountId),
    brief: await recordsInBrief(tx, home.caller, accountId),
  }))
  expect(rows).toHaveLength(50)
  expect(totals).toEqual({
    contracts: 0,
    contacts: 2,
    touchpoints: 0,
    movements: { count: 53, amountCents: 5_300 },
  })
  expect(plan).toMatchObject({ plannedOn: null, cadenceDays: null })
})

test("the newest touchpoint plans, and the newest version of a profile says how often", async () => {
  await inWorkspace(home.caller, async (tx) => {
    for (const [at, planned] of [
      ["2026-11-01", "2026-12-24"],
      ["2026-11-10", "2026-11-30"],
    ])
      await tx.execute(sql`
        insert into touchpoint (workspace_id, id, account_id, external_id, type, happened_at, next_planned_on)
        values (${home.workspaceId}, gen_random_uuid(), ${accountId}, ${at}, 'call', ${at}::timestamptz, ${planned}::date)`)
    await tx.execute(sql`update account set segment = 'SMB' where id = ${accountId}`)
    for (const [version, days] of [
      [1, 90],
      [2, 45],
    ])
      await tx.execute(sql`
        insert into success_profile (workspace_id, id, name, version, segment, goals, skills, cadence_days, effort_hours_per_month)
        values (${home.workspaceId}, gen_random_uuid(), 'Small', ${version}, 'SMB', '[]', '[]', ${days}, 1)`)
  })
  const { plan } = await inWorkspace(home.caller, (tx) => recordsInBrief(tx, home.caller, accountId))
  expect(plan).toMatchObject({ plannedOn: "2026-11-30", cadenceDays: 45 })
})

test("a value names its source's newest complete day when that source fails, and only then", async () => {
  const { caller } = home
  const day = "2026-11-10"
  const draft = { key: "usage", label: "Usage", unit: "", kind: "number", role: "input" } as const
  await inWorkspace(caller, (tx) => ensureSignalMonths(tx, caller, { first: day, last: day }))
  const { ids } = await inWorkspace(caller, (tx) => ensureMeasures(tx, caller, { measures: [draft] }))
  const told = (lastError: string | null) =>
    inWorkspace(caller, (tx) =>
      writeSources(tx, caller, {
        sources: [{ key: "desk", name: "Desk", kind: "support", completeTo: day, lastError }],
      }),
    )
  const source = { id: (await told(null)).ids.get("desk")!, key: "desk" }
  const signals = {
    accountIds: [accountId],
    measureIds: [ids.get("usage")!],
    days: [day],
    values: [3],
    texts: [null],
  }
  await inWorkspace(caller, (tx) => receiveSignals(tx, caller, { source, signals }))
  const read = () => inWorkspace(caller, (tx) => signalsOf(tx, caller, { accountId, today: "2026-11-16" }))
  expect(await read()).toMatchObject([{ sourceKey: "desk", value: 3 }])
  expect((await read())[0]).not.toHaveProperty("partial")
  await told("401")
  expect(await read()).toMatchObject([{ partial: { completeTo: day } }])
})
