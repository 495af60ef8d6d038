import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { AppError } from "#lib/errors.ts"
import { assertDistinct } from "#lib/imports/assert-distinct.ts"
import { type PersonDraft, type SkillDraft, skillLevels, type TeamDraft } from "#lib/people/schema.ts"
import { newId } from "#lib/platform/new-id.ts"
import type { Db } from "../client.ts"
import { type Cause, causeOf } from "./cause.ts"
import { record } from "./record.ts"

type Book = {
  readonly teams: readonly TeamDraft[]
  readonly skills: readonly SkillDraft[]
  readonly people: readonly PersonDraft[]
  readonly cause?: Cause
}

export type WrittenPeople = {
  readonly written: number
  /** External ids of the people who are new or changed. */
  readonly touched: ReadonlySet<string>
}

/**
 * Creates or updates teams and skills by name and people by external id, with their skills and cost rates; what
 * would not change is not touched, and nothing that is not named is removed. Teams, skills, managers and assessors
 * are found among those given and those stored; an unknown one is left empty, an unknown skill passed over.
 */
export async function writePeople(on: Db, caller: Caller, book: Book): Promise<WrittenPeople> {
  assertCan(caller, "people.write")
  assertDistinct(book.teams, ({ name }) => name, "Team")
  assertDistinct(book.skills, ({ name }) => name, "Skill")
  assertSound(book.people)
  await on.execute(sql`select pg_advisory_xact_lock(hashtextextended(${caller.workspaceId}, 44))`)
  const teams = await writeTeams(on, caller, book.teams)
  const skills = await writeSkills(on, caller, book.skills)
  const people = await writePersons(on, caller, book.people)
  const changed = new Set([
    ...people,
    ...(await linkManagers(on, caller, book.people)),
    ...(await writePersonSkills(on, caller, book.people)),
    ...(await writeCostRates(on, caller, book.people)),
  ])
  if (teams + skills + changed.size > 0)
    await record(on, caller, {
      type: "people.written",
      ...causeOf(caller, book.cause),
      payload: { count: changed.size },
    })
  return { written: changed.size, touched: changed }
}

function assertSound(people: readonly PersonDraft[]): void {
  assertDistinct(people, ({ externalId }) => externalId, "Person")
  for (const { externalId, fte, skills, costRates } of people) {
    assertDistinct(skills, ({ skill }) => skill, `${externalId}: skill`)
    assertDistinct(costRates, ({ validFrom }) => validFrom, `${externalId}: the cost rate from`)
    if (!(fte >= 0 && fte <= 1.5))
      throw new AppError(
        "invalid_input",
        `Person ${externalId} has an FTE of ${fte}. Give a share such as 0.8.`,
      )
    const odd = skills.find(({ level }) => !(skillLevels as readonly number[]).includes(level))
    if (odd)
      throw new AppError(
        "invalid_input",
        `${externalId}: level ${odd.level} of "${odd.skill}" is not 1 to 5.`,
      )
  }
}

async function writeTeams(on: Db, caller: Caller, teams: readonly TeamDraft[]): Promise<number> {
  const rows = await on.execute<{ id: string }>(sql`
    insert into team as t (workspace_id, id, name, segment, region)
    select ${caller.workspaceId}, id, name, segment, region
    from jsonb_to_recordset(${identified(teams)}::jsonb) as g(id uuid, name text, segment segment, region text)
    on conflict (workspace_id, name) do update set segment = excluded.segment, region = excluded.region
      where (t.segment, t.region) is distinct from (excluded.segment, excluded.region)
    returning id`)
  return rows.length
}

async function writeSkills(on: Db, caller: Caller, skills: readonly SkillDraft[]): Promise<number> {
  const rows = await on.execute<{ id: string }>(sql`
    insert into skill as s (workspace_id, id, name, kind)
    select ${caller.workspaceId}, id, name, kind
    from jsonb_to_recordset(${identified(skills)}::jsonb) as g(id uuid, name text, kind text)
    on conflict (workspace_id, name) do update set kind = excluded.kind where s.kind <> excluded.kind
    returning id`)
  return rows.length
}

async function writePersons(on: Db, caller: Caller, people: readonly PersonDraft[]): Promise<string[]> {
  const rows = await on.execute<{ external_id: string }>(sql`
    insert into person as p (workspace_id, id, external_id, name, position, job_function, team_id, fte, time_zone,
      started_on, ended_on)
    select ${caller.workspaceId}, g.id, g."externalId", g.name, g.position, g."jobFunction", t.id, g.fte,
      g."timeZone", g."startedOn", g."endedOn"
    from jsonb_to_recordset(${identified(people)}::jsonb) as g(id uuid, "externalId" text, name text, position text,
        "jobFunction" job_function, "teamName" text, fte numeric(4, 2), "timeZone" text, "startedOn" date,
        "endedOn" date)
      left join team t on t.workspace_id = ${caller.workspaceId} and t.name = g."teamName"
    on conflict (workspace_id, external_id) do update set name = excluded.name, position = excluded.position,
      job_function = excluded.job_function, team_id = excluded.team_id, fte = excluded.fte,
      time_zone = excluded.time_zone, started_on = excluded.started_on, ended_on = excluded.ended_on
      where (p.name, p.position, p.job_function, p.team_id, p.fte, p.time_zone, p.started_on, p.ended_on)
        is distinct from (excluded.name, excluded.position, excluded.job_function, excluded.team_id, excluded.fte,
          excluded.time_zone, excluded.started_on, excluded.ended_on)
    returning external_id`)
  return rows.map((row) => row.external_id)
}

/** Managers may stand below their people, so they are linked once everybody is there. */
async function linkManagers(on: Db, caller: Caller, people: readonly PersonDraft[]): Promise<string[]> {
  const rows = await on.execute<{ external_id: string }>(sql`
    update person p set manager_id = m.id
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as g("externalId" text, "managerExternalId" text)
      left join person m on m.workspace_id = ${caller.workspaceId} and m.external_id = g."managerExternalId"
        and m.external_id <> g."externalId"
    where p.workspace_id = ${caller.workspaceId} and p.external_id = g."externalId"
      and p.manager_id is distinct from m.id
    returning p.external_id`)
  return rows.map((row) => row.external_id)
}

type Levels = readonly Pick<PersonDraft, "externalId" | "skills">[]

/** Sets levels of people who are there already; those that would not differ are not touched. */
export async function writeLevels(
  on: Db,
  caller: Caller,
  { skills, people, cause }: { skills: readonly SkillDraft[]; people: Levels; cause?: Cause },
): Promise<{ written: readonly WrittenLevel[] }> {
  assertCan(caller, "people.write")
  assertDistinct(skills, ({ name }) => name, "Skill")
  assertDistinct(people, ({ externalId }) => externalId, "Person")
  await on.execute(sql`select pg_advisory_xact_lock(hashtextextended(${caller.workspaceId}, 44))`)
  const kinds = await writeSkills(on, caller, skills)
  const written = await saveLevels(on, caller, people)
  if (kinds + written.length > 0)
    await record(on, caller, {
      type: "people.written",
      ...causeOf(caller, cause),
      payload: { count: new Set(written.map(({ externalId }) => externalId)).size },
    })
  return { written }
}

export type WrittenLevel = {
  readonly externalId: string
  readonly skill: string
  readonly isNew: boolean
}

async function writePersonSkills(on: Db, caller: Caller, people: Levels): Promise<string[]> {
  return [...new Set((await saveLevels(on, caller, people)).map(({ externalId }) => externalId))]
}

async function saveLevels(on: Db, caller: Caller, people: Levels): Promise<WrittenLevel[]> {
  const levels = people.flatMap(({ externalId, skills }) => skills.map((skill) => ({ externalId, ...skill })))
  const rows = await on.execute<WrittenLevel>(sql`
    with given as (
      select p.id as person_id, p.external_id, s.id as skill_id, s.name as skill, g.level, a.id as assessor_id, g."assessedOn"
      from jsonb_to_recordset(${JSON.stringify(levels)}::jsonb) as g("externalId" text, skill text, level smallint,
          "assessorExternalId" text, "assessedOn" date)
        join person p on p.workspace_id = ${caller.workspaceId} and p.external_id = g."externalId"
        join skill s on s.workspace_id = ${caller.workspaceId} and s.name = g.skill
        left join person a on a.workspace_id = ${caller.workspaceId} and a.external_id = g."assessorExternalId"
    ), saved as (
      insert into person_skill as k (workspace_id, person_id, skill_id, level, assessor_id, assessed_on)
      select ${caller.workspaceId}, person_id, skill_id, level, assessor_id, "assessedOn" from given
      on conflict (workspace_id, person_id, skill_id) do update set level = excluded.level,
        assessor_id = excluded.assessor_id, assessed_on = excluded.assessed_on
        where (k.level, k.assessor_id, k.assessed_on)
          is distinct from (excluded.level, excluded.assessor_id, excluded.assessed_on)
      returning person_id, skill_id, xmax = 0 as is_new
    )
    select external_id as "externalId", skill, is_new as "isNew"
    from given join saved using (person_id, skill_id)`)
  return [...rows]
}

async function writeCostRates(on: Db, caller: Caller, people: readonly PersonDraft[]): Promise<string[]> {
  const rates = people.flatMap(({ externalId, costRates }) =>
    costRates.map((rate) => ({ externalId, ...rate })),
  )
  const rows = await on.execute<{ external_id: string }>(sql`
    with given as (
      select p.id as person_id, p.external_id, g."validFrom", g."hourlyCents", g.currency
      from jsonb_to_recordset(${JSON.stringify(rates)}::jsonb)
          as g("externalId" text, "validFrom" date, "hourlyCents" bigint, currency text)
        join person p on p.workspace_id = ${caller.workspaceId} and p.external_id = g."externalId"
    ), saved as (
      insert into cost_rate as c (workspace_id, person_id, valid_from, hourly_cents, currency)
      select ${caller.workspaceId}, person_id, "validFrom", "hourlyCents", currency from given
      on conflict (workspace_id, person_id, valid_from) do update set hourly_cents = excluded.hourly_cents,
        currency = excluded.currency
        where (c.hourly_cents, c.currency) is distinct from (excluded.hourly_cents, excluded.currency)
      returning person_id
    )
    select distinct external_id from given join saved using (person_id)`)
  return rows.map((row) => row.external_id)
}

const identified = (drafts: readonly object[]): string =>
  JSON.stringify(drafts.map((draft) => ({ id: newId(), ...draft })))
