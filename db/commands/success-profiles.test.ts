import { expect, test } from "vitest"
import type { Caller } from "#lib/access/caller.ts"
import { accountFields } from "#lib/accounts/schema.ts"
import type { ProfileDraft } from "#lib/people/success-profile.ts"
import { inWorkspace } from "../in-workspace.ts"
import { successProfiles } from "../queries/success-profiles.ts"
import { testDatabase, testWorkspace } from "../testing/workspace.ts"
import { writeAccounts } from "./accounts.ts"
import { addProfileVersion } from "./success-profiles.ts"

testDatabase()

const draft: ProfileDraft = {
  name: "Standard",
  seenVersion: 0,
  segment: "SMB",
  goals: ["First value in 30 days"],
  skills: [{ skill: "German", level: 3, must: true }],
  language: null,
  cadenceDays: 30,
  effortHoursPerMonth: 4.5,
}
const add = (by: Caller, input: ProfileDraft) => inWorkspace(by, (tx) => addProfileVersion(tx, by, input))
const all = (by: Caller) => inWorkspace(by, (tx) => successProfiles(tx, by))

test("a new version leaves the old one as it was", async () => {
  const { caller } = await testWorkspace()
  await add(caller, draft)
  expect(await add(caller, { ...draft, seenVersion: 1, cadenceDays: 14 })).toMatchObject({ ok: true })
  expect(await all(caller)).toMatchObject([
    { version: 2, cadenceDays: 14, isInForce: true, accounts: 0 },
    { version: 1, cadenceDays: 30, isInForce: false, skills: draft.skills, effortHoursPerMonth: 4.5 },
  ])
})

test("an older sight is refused, another role may not, another workspace sees none", async () => {
  const { caller, as } = await testWorkspace()
  await add(caller, draft)
  expect(await add(caller, { ...draft, cadenceDays: 7 })).toMatchObject({ reason: "changed_meanwhile" })
  await expect(add(as("csm"), { ...draft, seenVersion: 1 })).rejects.toMatchObject({ code: "forbidden" })
  expect(await all((await testWorkspace()).caller)).toEqual([])
  expect(await all(caller)).toHaveLength(1)
})

test("a profile speaks of its segment, except of those that were given another", async () => {
  const { caller, workspaceId } = await testWorkspace()
  const { owner } = testDatabase()
  const accounts = ["1", "2", "3"].map((externalId) =>
    accountFields.parse({ externalId, name: externalId, segment: externalId === "3" ? "Enterprise" : "SMB" }),
  )
  await inWorkspace(caller, (tx) => writeAccounts(tx, caller, { accounts }))
  await add(caller, draft)
  await add(caller, { ...draft, name: "Special", segment: null })
  const counts = async () =>
    (await all(caller)).map(({ name, accounts: count, isWholeSegment }) => [name, count, isWholeSegment])
  expect(await counts()).toEqual([
    ["Special", 0, false],
    ["Standard", 2, true],
  ])
  await owner`update account set success_profile_id = (select id from success_profile
    where workspace_id = ${workspaceId} and name = 'Special')
    where workspace_id = ${workspaceId} and external_id = '1'`
  expect(await counts()).toEqual([
    ["Special", 1, false],
    ["Standard", 1, false],
  ])
})
