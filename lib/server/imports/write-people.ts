import type { Db } from "#db/client.ts"
import type { LeftOut } from "#db/commands/imports-write.ts"
import { writeLevels, writePeople } from "#db/commands/people.ts"
import { givePersonIds } from "#db/commands/person-ids.ts"
import { managedPeople } from "#db/queries/imports-links.ts"
import {
  ratesInForce,
  skillKinds,
  storedLevels,
  storedPeople,
  teamNames,
} from "#db/queries/imports-stored.ts"
import type { Caller } from "#lib/access/caller.ts"
import { mergeStated } from "#lib/imports/merge-stated.ts"
import type { PersonDraft } from "#lib/people/schema.ts"
import { createPeople } from "./create-people.ts"
import { PersonIdentities } from "./person-identities.ts"
import type { KindWriter, MayLink, Row, WaitingRow, Writing, WrittenRows } from "./writing.ts"

/** People by external id, else by name; managers are linked once everybody is there. */
export function peopleWriter(writing: Writing): KindWriter<"people"> {
  const identities = new PersonIdentities(writing.caller, writing.plan)
  return {
    write: (tx, rows) => write(tx, { writing, identities }, rows),
    ...("manager" in writing.plan.fields
      ? {
          link: async (tx: Db, rows: readonly Row<"people">[], mayLink: MayLink) => {
            const { touched } = await write(tx, { writing, identities }, rows, mayLink)
            const people = await managedPeople(tx, writing.caller, [...touched])
            return people.map(({ id }) => id)
          },
        }
      : {}),
  }
}

type Given = { readonly writing: Writing; readonly identities: PersonIdentities }

async function write(
  tx: Db,
  { writing, identities }: Given,
  rows: readonly Row<"people">[],
  mayLink: MayLink = () => false,
): Promise<WrittenRows & { readonly touched: ReadonlySet<string> }> {
  const { caller, plan, cause, people } = writing
  const rule = { conflict: plan.conflict, has: (field: string) => field in plan.fields }
  people.forgetUnknown()
  const { sound, given, rejected } = await identified(tx, { writing, identities }, rows)
  await people.learn(
    tx,
    rows.map(({ record }) => record.manager),
  )
  const ids = sound.map(({ externalId }) => externalId)
  const stored = await storedPeople(tx, caller, ids)
  const rates = await ratesInForce(tx, caller, { externalIds: ids, day: plan.day })
  const drafts = new Map<string, PersonDraft>()
  const teams = new Set<string>()
  const unfound: Unfound[] = []
  for (const { row, record, externalId } of sound) {
    const known = stored.get(externalId) ?? null
    if (known && plan.conflict === "skip" && !mayLink(externalId)) continue
    const { hourlyCents, costValidFrom, ...stated } = record
    const manager = people.idOver(stated.manager, known?.manager ?? null)
    if (stated.manager !== null && people.get(stated.manager) === "unknown")
      unfound.push({ row, externalId, text: stated.manager })
    const merged = mergeStated({ ...stated, externalId, manager }, known, rule)
    if (merged.team !== null) teams.add(merged.team)
    const { currency } = plan
    const inForce = costValidFrom === null ? rates.get(externalId) : undefined
    // Stated again without a day, a rate that holds already is no new one.
    const isSameRate = inForce?.hourlyCents === hourlyCents && inForce?.currency === currency
    drafts.set(externalId, {
      externalId,
      name: merged.name,
      position: merged.position ?? known?.position ?? "Team member",
      jobFunction: merged.jobFunction ?? known?.jobFunction ?? "cs",
      managerExternalId: merged.manager,
      teamName: merged.team,
      fte: merged.fte ?? known?.fte ?? 1,
      timeZone: merged.timeZone,
      startedOn: merged.startedOn,
      endedOn: merged.endedOn,
      skills: [],
      costRates:
        hourlyCents === null || isSameRate
          ? []
          : [{ validFrom: costValidFrom ?? plan.day, hourlyCents, currency }],
    })
  }
  const there = await teamNames(tx, caller)
  const { touched } = await writePeople(tx, caller, {
    teams: [...teams]
      .filter((name) => !there.has(name))
      .map((name) => ({ name, segment: null, region: null })),
    skills: [],
    people: [...drafts.values()],
    cause,
  })
  const created = [...drafts.keys()].filter((id) => !stored.has(id)).length
  const updated = [...new Set([...touched, ...given])].filter((id) => stored.has(id)).length
  const changed = new Set([...touched, ...given])
  const waiting = await waitingRows(
    tx,
    caller,
    unfound.filter(({ externalId }) => stored.has(externalId) && !changed.has(externalId)),
  )
  const skipped = sound.length - created - updated
  return { created, updated, skipped, signals: 0, rejected, waiting, touched }
}

type Unfound = { readonly row: number; readonly externalId: string; readonly text: string }

/** Rows that would change nothing unless their manager, whom nobody knows, stands further down in the file. */
async function waitingRows(tx: Db, caller: Caller, rows: readonly Unfound[]): Promise<readonly WaitingRow[]> {
  const people = await managedPeople(
    tx,
    caller,
    rows.map(({ externalId }) => externalId),
  )
  const managerOf = new Map(people.map(({ externalId, manager }) => [externalId, manager]))
  return rows.map(({ row, externalId, text }) => ({
    row,
    field: "manager",
    text,
    before: managerOf.get(externalId) ?? null,
  }))
}

/** Gives people their ids where a file has them first. Rows that could mean several people are left out. */
async function identified(tx: Db, { writing, identities }: Given, rows: readonly Row<"people">[]) {
  const { caller, cause, people } = writing
  const settled = await identities.settle(
    tx,
    people,
    rows.map(({ record }) => record),
  )
  const rejected: LeftOut[] = []
  const ids: { personId: string; externalId: string }[] = []
  const sound = rows.flatMap(({ row, cells, record }, place) => {
    const { person } = settled[place]!
    if (person === null) {
      rejected.push({ row, cells, problems: [ambiguousPerson] })
      return []
    }
    const { externalId, gives } = person
    if (gives !== null) ids.push({ personId: gives, externalId })
    return [{ row, record, externalId }]
  })
  await givePersonIds(tx, caller, { ids, cause })
  if (ids.length > 0) people.forget()
  return { sound, given: ids.map(({ externalId }) => externalId), rejected }
}

const ambiguousPerson = {
  what: "Several people have this name",
  fix: "Give the row the external id of one of them",
}

/** Levels of people who are there already. A level that nobody assessed anew keeps its assessor and day. */
export function skillsWriter(writing: Writing): KindWriter<"skills"> {
  const { caller, plan, cause, people } = writing
  const rule = { conflict: plan.conflict, has: (field: string) => field in plan.fields }
  return {
    async write(tx, rows) {
      await createPeople(tx, writing, { field: "person", names: rows.map(({ record }) => record.person) })
      await createPeople(tx, writing, { field: "assessor", names: rows.map(({ record }) => record.assessor) })
      const rejected: LeftOut[] = []
      const found = rows.flatMap((row) => {
        const person = people.one(row.record.person)
        if (person) return [{ ...row, person: person.externalId }]
        rejected.push({ row: row.row, cells: row.cells, problems: [unknownPerson] })
        return []
      })
      const ids = [...new Set(found.map(({ person }) => person))]
      const levels = await storedLevels(tx, caller, ids)
      const kinds = await skillKinds(tx, caller)
      const skills = new Map<string, string>()
      const wanted = new Map<string, PersonDraft["skills"][number] & { person: string }>()
      for (const { person, record } of found) {
        const known = levels.find((one) => one.person === person && one.skill === record.skill) ?? null
        if (known && plan.conflict === "skip") continue
        const kind = record.kind ?? kinds.get(record.skill) ?? "practice"
        if (kinds.get(record.skill) !== kind) skills.set(record.skill, kind)
        const isSame = known?.level === record.level
        const assessor = people.idOver(record.assessor, isSame ? known.assessor : null)
        const merged = mergeStated({ assessor, assessedOn: record.assessedOn }, isSame ? known : null, rule)
        wanted.set(`${person} ${record.skill}`, {
          person,
          skill: record.skill,
          level: record.level,
          assessorExternalId: merged.assessor,
          assessedOn: merged.assessedOn ?? known?.assessedOn ?? plan.day,
        })
      }
      const byPerson = Map.groupBy(wanted.values(), ({ person }) => person)
      const { written } = await writeLevels(tx, caller, {
        skills: [...skills].map(([name, kind]) => ({ name, kind })),
        people: [...byPerson].map(([externalId, all]) => ({
          externalId,
          skills: all.map(({ skill, level, assessorExternalId, assessedOn }) => ({
            skill,
            level,
            assessorExternalId,
            assessedOn,
          })),
        })),
        cause,
      })
      const created = written.filter(({ isNew }) => isNew).length
      const updated = written.length - created
      return { created, updated, skipped: found.length - written.length, signals: 0, rejected }
    },
  }
}

const unknownPerson = {
  what: "No one person has this name or external id",
  fix: "Import the person first, or correct the name",
}
