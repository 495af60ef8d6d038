import { expect, test } from "vitest"
import type { Caller } from "#lib/access/caller.ts"
import { newId } from "#lib/platform/new-id.ts"
import { inWorkspace } from "../in-workspace.ts"
import { skillLevels, staff } from "../queries/people.ts"
import { testDatabase, testWorkspace } from "../testing/workspace.ts"
import { changePerson, setSkillLevel } from "./person-changes.ts"

const { owner } = testDatabase()
const today = "2026-11-16"

async function arranged() {
  const world = await testWorkspace()
  const { workspaceId, caller } = world
  const [ada, ben, skill] = [newId(), newId(), newId()]
  await owner`insert into person (workspace_id, id, external_id, name, position, job_function, manager_id) values
    (${workspaceId}, ${ada}, 'a', 'Ada', 'Team lead', 'cs', null), (${workspaceId}, ${ben}, 'b', 'Ben', 'CSM', 'cs', ${ada})`
  await owner`insert into skill (workspace_id, id, name, kind) values (${workspaceId}, ${skill}, 'German', 'language')`
  const people = async () => inWorkspace(caller, (tx) => staff(tx, caller, { today }))
  return { ...world, ada, ben, skill, people }
}

const ofBen = (ada: string) => ({ position: "CSM", teamId: null, managerId: ada, fte: 1 })
const change = (by: Caller, input: Parameters<typeof changePerson>[2]) =>
  inWorkspace(by, (tx) => changePerson(tx, by, input))

test("a person is changed, with the change told", async () => {
  const { caller, ada, ben, people } = await arranged()
  const seen = ofBen(ada)
  expect(await change(caller, { personId: ben, seen, wanted: { ...seen, fte: 0.8 } })).toMatchObject({
    ok: true,
  })
  expect((await people()).find(({ id }) => id === ben)).toMatchObject({ fte: 0.8, managerName: "Ada" })
  const [told] = await owner`
    select payload from event where workspace_id = ${caller.workspaceId} and type = 'person.changed'`
  expect(told?.payload).toMatchObject({ changes: [{ field: "fte", before: 1, after: 0.8 }] })
})

test("a circle of managers, an older sight, another role and another workspace are refused", async () => {
  const { as, caller, ada, ben } = await arranged()
  const seen = ofBen(ada)
  const ofAda = { position: "Team lead", teamId: null, managerId: null, fte: 1 }
  expect(
    await change(caller, { personId: ada, seen: ofAda, wanted: { ...ofAda, managerId: ben } }),
  ).toMatchObject({ reason: "manager_circle" })
  expect(await change(caller, { personId: ben, seen: { ...seen, fte: 0.5 }, wanted: seen })).toMatchObject({
    reason: "changed_meanwhile",
  })
  const csm = as("csm")
  await expect(change(csm, { personId: ben, seen, wanted: seen })).rejects.toMatchObject({
    code: "forbidden",
  })
  const other = (await testWorkspace()).caller
  await expect(change(other, { personId: ben, seen, wanted: seen })).rejects.toMatchObject({
    code: "not_found",
  })
})

test("a level is set, changed and taken away; who saw another one is refused", async () => {
  const { caller, as, ben, skill } = await arranged()
  const set = (by: Caller, seen: number, level: number) =>
    inWorkspace(by, (tx) => setSkillLevel(tx, by, { personId: ben, skillId: skill, seen, level }))
  const levels = async () =>
    (await inWorkspace(caller, (tx) => skillLevels(tx, caller, { today }))).levels.map(({ level }) => level)
  await set(caller, 0, 3)
  await set(caller, 3, 4)
  expect(await levels()).toEqual([4])
  expect(await set(caller, 3, 5)).toMatchObject({ reason: "changed_meanwhile" })
  await set(caller, 4, 0)
  expect(await levels()).toEqual([])
  await expect(set(as("team_lead"), 0, 1)).rejects.toMatchObject({ code: "forbidden" })
  const other = (await testWorkspace()).caller
  await expect(set(other, 0, 1)).rejects.toMatchObject({ code: "not_found" })
})
