import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { notFound } from "#lib/errors.ts"
import type { EventPayload } from "#lib/events/schema.ts"
import { dayOf } from "#lib/format/instant.ts"
import { accept, type Outcome, refuse } from "#lib/outcome.ts"
import { decidePersonChange, type PersonRefusal } from "#lib/people/decide-person-change.ts"
import type { PersonChange, PersonFields, SkillChange } from "#lib/people/staff.ts"
import type { Db } from "../client.ts"
import { workspaceClock } from "../queries/workspaces.ts"
import { record } from "./record.ts"

const holdPeople = (on: Db, caller: Caller) =>
  on.execute(sql`select pg_advisory_xact_lock(hashtextextended(${caller.workspaceId}, 44))`)

/** Changes position, team, manager or share of a full week of a person. */
export async function changePerson(
  on: Db,
  caller: Caller,
  { personId, seen, wanted }: PersonChange,
): Promise<Outcome<null, PersonRefusal>> {
  assertCan(caller, "people.write")
  await holdPeople(on, caller)
  const [stored] = await on.execute<PersonFields>(sql`
    select position, team_id as "teamId", manager_id as "managerId", fte::float8 as fte from person
    where workspace_id = ${caller.workspaceId} and id = ${personId} for update`)
  if (!stored) throw notFound("person")
  const people = await on.execute<{ id: string; managerId: string | null }>(sql`
    select id, manager_id as "managerId" from person where workspace_id = ${caller.workspaceId}`)
  if (wanted.managerId !== null && !people.some(({ id }) => id === wanted.managerId))
    throw notFound("manager")
  const [team] = await on.execute(sql`
    select 1 from team where workspace_id = ${caller.workspaceId} and id = ${wanted.teamId}`)
  if (wanted.teamId !== null && !team) throw notFound("team")
  const decided = decidePersonChange({ personId, stored, seen, wanted, people })
  if (!decided.ok) return decided
  if (decided.value.length === 0) return accept(null)
  await on.execute(sql`
    update person set position = ${wanted.position}, team_id = ${wanted.teamId}::uuid,
      manager_id = ${wanted.managerId}::uuid, fte = ${wanted.fte}::float8::numeric
    where workspace_id = ${caller.workspaceId} and id = ${personId}`)
  await record(on, caller, {
    type: "person.changed",
    caseType: "person",
    caseId: personId,
    payload: { accountIds: [], changes: [...decided.value] },
  })
  return accept(null)
}

export const skillRefusals = {
  changed_meanwhile: "Somebody changed this level meanwhile. Look again, then set what you want.",
} as const

/** Sets the level of a skill of a person as judged today; 0 takes the skill away. */
export async function setSkillLevel(
  on: Db,
  caller: Caller,
  { personId, skillId, seen, level, takesBack = false }: SkillChange,
): Promise<Outcome<null, keyof typeof skillRefusals>> {
  assertCan(caller, "people.write")
  await holdPeople(on, caller)
  const [place] = await on.execute<{ skill: string; level: number | null } & Assessed>(sql`
    select s.name as skill, k.level, k.assessor_id as "assessorId", k.assessed_on::text as "assessedOn"
    from person p join skill s on s.workspace_id = p.workspace_id
    left join person_skill k on k.workspace_id = p.workspace_id and k.person_id = p.id and k.skill_id = s.id
    where p.workspace_id = ${caller.workspaceId} and p.id = ${personId} and s.id = ${skillId}`)
  if (!place) throw notFound("person or skill")
  const before = place.level ?? 0
  if (before !== seen) return refuse("changed_meanwhile")
  if (before === level) return accept(null)
  const { timeZone } = await workspaceClock(on, caller)
  const judged = { assessorId: caller.actor.personId, assessedOn: dayOf(caller.now, timeZone) }
  const { assessorId, assessedOn } =
    (takesBack ? await judgedBefore(on, caller, { personId, skillId, seen, level }) : null) ?? judged
  if (level === 0)
    await on.execute(sql`
      delete from person_skill where workspace_id = ${caller.workspaceId} and person_id = ${personId}
        and skill_id = ${skillId}`)
  else
    await on.execute(sql`
      insert into person_skill (workspace_id, person_id, skill_id, level, assessor_id, assessed_on)
      values (${caller.workspaceId}, ${personId}, ${skillId}, ${level}::smallint, ${assessorId}::uuid,
        ${assessedOn}::date)
      on conflict (workspace_id, person_id, skill_id) do update set level = excluded.level,
        assessor_id = excluded.assessor_id, assessed_on = excluded.assessed_on`)
  await record(on, caller, {
    type: "skill.level_set",
    caseType: "person",
    caseId: personId,
    payload: {
      accountIds: [],
      skill: place.skill,
      changes: [{ field: "level", before, after: level }],
      was: { skillId, assessorId: place.assessorId, assessedOn: place.assessedOn },
    },
  })
  return accept(null)
}

type Assessed = { readonly assessorId: string | null; readonly assessedOn: string | null }

/** Who had judged the level that the caller's own last change of it replaced; null when that was another change. */
async function judgedBefore(
  on: Db,
  caller: Caller,
  { personId, skillId, seen, level }: SkillChange,
): Promise<Assessed | null> {
  const [last] = await on.execute<{ payload: EventPayload<"skill.level_set"> }>(sql`
    select payload from event where workspace_id = ${caller.workspaceId} and at > now() - interval '1 day'
      and type = 'skill.level_set' and case_id = ${personId} and actor_login_id = ${caller.actor.loginId}::uuid
      and payload->'was'->>'skillId' = ${skillId} order by seq desc limit 1`)
  const [change] = last?.payload.changes ?? []
  if (!last?.payload.was || change?.before !== level || change.after !== seen) return null
  const { assessorId, assessedOn } = last.payload.was
  const [person] = await on.execute(sql`
    select 1 from person where workspace_id = ${caller.workspaceId} and id = ${assessorId}::uuid for key share`)
  return { assessorId: person ? assessorId : null, assessedOn }
}
