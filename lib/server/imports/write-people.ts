import type { Db } from "#db/client.ts"
import type { LeftOut } from "#db/commands/imports-write.ts"
import { writeLevels, writePeople } from "#db/commands/people.ts"
import { skillKinds, storedLevels, storedPeople, teamNames } from "#db/queries/imports-stored.ts"
import { mergeStated } from "#lib/imports/merge-stated.ts"
import type { PersonDraft } from "#lib/people/schema.ts"
import { createPeople } from "./create-people.ts"
import type { KindWriter, MayLink, Row, Writing, WrittenRows } from "./writing.ts"

/** People by external id, else by name; managers are linked once everybody is there. */
export function peopleWriter(writing: Writing): KindWriter<"people"> {
  return {
    write: (tx, rows) => write(tx, writing, rows),
    async link(tx, rows, mayLink) {
      if ("manager" in writing.plan.fields) await write(tx, writing, rows, mayLink)
    },
  }
}

async function write(
  tx: Db,
  writing: Writing,
  rows: readonly Row<"people">[],
  mayLink: MayLink = () => false,
): Promise<WrittenRows> {
  const { caller, plan, cause, people } = writing
  const rule = { conflict: plan.conflict, has: (field: string) => field in plan.fields }
  people.forgetUnknown()
  await people.learn(
    tx,
    rows.flatMap(({ record }) => [record.manager, record.externalId ?? record.name]),
  )
  const [sound, rejected] = withoutNamesakes(rows, people)
  const idOf = ({ record }: Row<"people">): string =>
    record.externalId ?? people.one(record.name)?.externalId ?? record.name
  const stored = await storedPeople(tx, caller, sound.map(idOf))
  const drafts = new Map<string, PersonDraft>()
  const teams = new Set<string>()
  for (const row of sound) {
    const externalId = idOf(row)
    const known = stored.get(externalId) ?? null
    if (known && plan.conflict === "skip" && !mayLink(externalId)) continue
    const { hourlyCents, costValidFrom, currency, ...stated } = row.record
    const manager = people.one(stated.manager)?.externalId ?? null
    const merged = mergeStated({ ...stated, externalId, manager }, known, rule)
    if (merged.team !== null) teams.add(merged.team)
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
        hourlyCents === null
          ? []
          : [{ validFrom: costValidFrom ?? plan.day, hourlyCents, currency: currency ?? plan.currency }],
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
  const updated = [...touched].filter((id) => stored.has(id)).length
  return { created, updated, skipped: sound.length - created - updated, signals: 0, rejected }
}

/** A row without an id whose name several people bear could mean any of them: it is left out. */
function withoutNamesakes(
  rows: readonly Row<"people">[],
  people: Writing["people"],
): [Row<"people">[], LeftOut[]] {
  const rejected: LeftOut[] = []
  const sound = rows.filter(({ row, cells, record }) => {
    if (record.externalId !== null || people.get(record.name) !== "several") return true
    rejected.push({ row, cells, problems: [ambiguousPerson] })
    return false
  })
  return [sound, rejected]
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
        const assessor = people.one(record.assessor)?.externalId ?? null
        const isSame = known?.level === record.level
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
