import { sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import type { Caller } from "#lib/access/caller.ts"
import type { PersonDraft } from "#lib/people/schema.ts"
import { inWorkspace } from "../in-workspace.ts"
import { type TestWorkspace, testWorkspace } from "../testing/workspace.ts"
import { writePeople } from "./people.ts"

let home: TestWorkspace
beforeAll(async () => {
  home = await testWorkspace()
})

const person = (externalId: string, fields: Partial<PersonDraft> = {}): PersonDraft => ({
  externalId,
  name: `Person ${externalId}`,
  position: "Customer Success Manager",
  jobFunction: "cs",
  managerExternalId: null,
  teamName: "One",
  fte: 0.8,
  timeZone: "Europe/Oslo",
  startedOn: "2024-01-01",
  endedOn: null,
  skills: [],
  costRates: [],
  ...fields,
})

const lead = person("lead", {
  costRates: [{ validFrom: "2024-01-01", hourlyCents: 9_000, currency: "USD" }],
})
const member = person("member", {
  managerExternalId: "lead",
  skills: [{ skill: "German", level: 4, assessorExternalId: "lead", assessedOn: "2026-09-01" }],
})
const teams = [{ name: "One", segment: "SMB", region: null } as const]
const skills = [{ name: "German", kind: "language" }]

const write = (caller: Caller, people: readonly PersonDraft[]) =>
  inWorkspace(caller, (tx) => writePeople(tx, caller, { teams, skills, people }))

const told = (caller: Caller) =>
  inWorkspace(caller, (tx) =>
    tx.execute<Record<string, unknown>>(sql`
      select p.external_id, p.fte::text, t.name as team, m.external_id as manager, s.name as skill, k.level,
        a.external_id as assessor, c.hourly_cents::int as cents
      from person p left join team t on t.id = p.team_id left join person m on m.id = p.manager_id
        left join person_skill k on k.person_id = p.id left join skill s on s.id = k.skill_id
        left join person a on a.id = k.assessor_id left join cost_rate c on c.person_id = p.id
      order by p.external_id`),
  )

const events = (caller: Caller) =>
  inWorkspace(caller, (tx) => tx.execute(sql`select payload from event where type = 'people.written'`))

// The member stands above the manager: order does not matter.
test("people come with team, manager, skills and cost; the same again changes nothing", async () => {
  expect(await write(home.caller, [member, lead])).toMatchObject({ written: 2 })
  expect(await write(home.caller, [member, lead])).toMatchObject({ written: 0 })
  expect([...(await told(home.caller))]).toEqual([
    {
      external_id: "lead",
      fte: "0.80",
      team: "One",
      manager: null,
      skill: null,
      level: null,
      assessor: null,
      cents: 9000,
    },
    {
      external_id: "member",
      fte: "0.80",
      team: "One",
      manager: "lead",
      skill: "German",
      level: 4,
      assessor: "lead",
      cents: null,
    },
  ])
  expect(await events(home.caller)).toHaveLength(1)
})

test("only who changed is written", async () => {
  const promoted = { ...member, skills: [{ ...member.skills[0]!, level: 5 }] }
  expect(await write(home.caller, [promoted, lead])).toMatchObject({ written: 1 })
  expect(await write(home.caller, [promoted, { ...lead, endedOn: "2026-12-31" }])).toMatchObject({
    written: 1,
  })
})

test.each([
  ["a person given twice", [person("twice"), person("twice")], /given twice/],
  ["an FTE of 8", [person("eight", { fte: 8 })], /FTE of 8/],
  [
    "a level of 6",
    [
      person("six", {
        skills: [{ skill: "German", level: 6, assessorExternalId: null, assessedOn: "2026-09-01" }],
      }),
    ],
    /not 1 to 5/,
  ],
])("%s is refused, and nothing is written", async (_, people, words) => {
  await expect(write(home.caller, people)).rejects.toThrow(words)
  expect(await told(home.caller)).toHaveLength(2)
})

test("a CSM may not write people, and another workspace sees none", async () => {
  await expect(write(home.as("csm"), [person("third")])).rejects.toMatchObject({ code: "forbidden" })
  const other = await testWorkspace()
  expect(await told(other.caller)).toHaveLength(0)
  expect(await write(other.caller, [lead])).toMatchObject({ written: 1 })
  expect(await told(home.caller)).toHaveLength(2)
})

const german = { skill: "German", level: 4, assessorExternalId: null, assessedOn: "2026-09-01" }
const rate = { validFrom: "2024-01-01", hourlyCents: 9_000, currency: "USD" }
const twice: Record<string, Partial<Parameters<typeof writePeople>[2]>> = {
  person: { people: [person("twin"), person("twin")] },
  team: { teams: [...teams, ...teams] },
  skill: { skills: [...skills, ...skills] },
  "skill of a person": { people: [person("twin", { skills: [german, { ...german, level: 2 }] })] },
  "cost rate of a day": { people: [person("twin", { costRates: [rate, { ...rate, hourlyCents: 1 }] })] },
}

for (const [what, book] of Object.entries(twice))
  test(`a ${what} that is given twice is refused with words`, async () => {
    await expect(
      inWorkspace(home.caller, (tx) => writePeople(tx, home.caller, { teams, skills, people: [], ...book })),
    ).rejects.toMatchObject({ code: "invalid_input" })
  })
