import { addDays } from "#lib/format/calendar-day.ts"
import type { JobFunction, PersonDraft, Position, SkillDraft, TeamDraft } from "#lib/people/schema.ts"

/** A person as the demo knows them: always in a team, still here. */
export type DemoPerson = PersonDraft & {
  readonly position: Position
  readonly teamName: string
  readonly timeZone: string
  readonly startedOn: string
  readonly endedOn: null
}

export const demoTeams: readonly TeamDraft[] = [
  { name: "Enterprise Customer Success", segment: "Enterprise", region: null },
  { name: "Mid-Market Customer Success", segment: "Mid-Market", region: null },
  { name: "SMB Customer Success", segment: "SMB", region: null },
  { name: "Customer Success Operations", segment: null, region: null },
]

export const demoSkills: readonly SkillDraft[] = [
  { name: "Success planning", kind: "practice" },
  { name: "Value reviews", kind: "practice" },
  { name: "Renewal negotiation", kind: "practice" },
  { name: "Technical onboarding", kind: "product" },
  { name: "Integrations", kind: "product" },
  { name: "Data analysis", kind: "practice" },
  { name: "Process improvement", kind: "practice" },
  { name: "German", kind: "language" },
  { name: "Spanish", kind: "language" },
  { name: "French", kind: "language" },
]

type Line = readonly [
  id: string,
  name: string,
  position: Position,
  jobFunction: JobFunction,
  team: number,
  manager: string | null,
  fte: number,
  timeZone: string,
  yearsHere: number,
  dollarsAnHour: number,
  skills: Readonly<Record<string, number>>,
]

// biome-ignore format: one person a line
const lines: readonly Line[] = [
  ["P-01", "Omar Haddad", "Director of Operations", "operations", 3, null, 1, "Europe/London", 6, 128, { "Process improvement": 5, "Data analysis": 4 }],
  ["P-02", "Carla Mendes", "Director of Customer Success", "cs", 0, null, 1, "Europe/Lisbon", 5, 132, { "Value reviews": 5, "Renewal negotiation": 5, Spanish: 4 }],
  ["P-03", "Priya Raman", "Customer Success Operations Manager", "operations", 3, "P-01", 1, "Europe/London", 3, 92, { "Data analysis": 5, "Process improvement": 4 }],
  ["P-04", "Lena Meyer", "Senior Customer Success Manager", "cs", 0, "P-02", 1, "Europe/Berlin", 4, 104, { "Success planning": 5, "Value reviews": 4, "Renewal negotiation": 4, German: 5 }],
  ["P-05", "Ingrid Solberg", "Customer Success Manager", "cs", 0, "P-04", 1, "Europe/Oslo", 3, 82, { "Success planning": 4, "Value reviews": 4, German: 3 }],
  ["P-06", "Tomás Ferreira", "Customer Success Specialist", "cs", 0, "P-04", 1, "Europe/Lisbon", 2, 66, { Integrations: 4, "Technical onboarding": 4, Spanish: 4 }],
  ["P-07", "Marcus Chen", "Customer Success Manager", "cs", 1, "P-04", 1, "America/New_York", 3, 84, { "Success planning": 4, "Renewal negotiation": 3 }],
  ["P-08", "Aisha Bello", "Customer Success Manager", "cs", 1, "P-04", 1, "Europe/London", 1, 78, { "Success planning": 3, "Value reviews": 3, French: 4 }],
  ["P-09", "Jonas Keller", "Customer Success Specialist", "cs", 1, "P-04", 0.8, "Europe/Zurich", 2, 70, { "Technical onboarding": 5, Integrations: 3, German: 5, French: 3 }],
  ["P-10", "Grace Lim", "Customer Success Coordinator", "cs", 1, "P-04", 0.6, "Asia/Singapore", 1, 48, { "Success planning": 2, "Data analysis": 3 }],
  ["P-11", "Nina Petrova", "Customer Success Coordinator", "cs", 2, "P-02", 1, "Europe/Sofia", 4, 54, { "Success planning": 3, "Technical onboarding": 3, "Process improvement": 3 }],
  ["P-12", "Daniel Ortiz", "Technical Support Specialist", "support", 2, "P-11", 1, "America/Mexico_City", 2, 52, { Integrations: 4, "Technical onboarding": 3, Spanish: 5 }],
  ["P-13", "Eva Novak", "Process Engineer", "operations", 3, "P-01", 1, "Europe/Prague", 2, 86, { "Process improvement": 5, "Data analysis": 4, German: 3 }],
  ["P-14", "Paul Okafor", "Capacity Planner", "operations", 3, "P-01", 1, "Europe/London", 1, 80, { "Data analysis": 4, "Process improvement": 3 }],
]

/** The fourteen people of the made-up company, in the positions of the operations framework (document 004). */
export const demoPersons = (anchorDay: string): DemoPerson[] =>
  lines.map(
    ([externalId, name, position, jobFunction, team, manager, fte, timeZone, years, dollars, skills], at) => {
      const startedOn = addDays(anchorDay, -years * 365 - at * 11)
      const raisedOn = `${Number(anchorDay.slice(0, 4)) - 1}-07-01`
      const rate = (validFrom: string, factor: number) => ({
        validFrom,
        hourlyCents: Math.round(dollars * factor) * 100,
        currency: "USD",
      })
      return {
        externalId,
        name,
        position,
        jobFunction,
        managerExternalId: manager,
        teamName: demoTeams[team]?.name ?? "",
        fte,
        timeZone,
        startedOn,
        endedOn: null,
        skills: Object.entries(skills).map(([skill, level]) => ({
          skill,
          level,
          assessorExternalId: manager,
          assessedOn: addDays(anchorDay, -75),
        })),
        costRates: startedOn < raisedOn ? [rate(startedOn, 0.95), rate(raisedOn, 1)] : [rate(startedOn, 1)],
      }
    },
  )
