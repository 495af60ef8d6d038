import { addDays } from "../format/calendar-day.ts"
import type { PersonDraft } from "../people/schema.ts"
import type { WorldPlan } from "./plan.ts"

type Line = Pick<
  PersonDraft,
  "externalId" | "name" | "position" | "jobFunction" | "managerExternalId" | "teamName"
> & {
  readonly startedDaysAgo: number
  readonly dollarsAnHour: number
  readonly skills: Readonly<Record<string, number>>
}

/** Who signs in to the demo beside the staff. They look after no account, so the simulation does not know them. */
const lines: readonly Line[] = [
  {
    externalId: "P-901",
    name: "Ada Lindqvist",
    position: "Workspace Administrator",
    jobFunction: "operations",
    managerExternalId: "P-01",
    teamName: "Customer Success Operations",
    startedDaysAgo: 1410,
    dollarsAnHour: 88,
    skills: { "Data analysis": 4, Integrations: 4, "Process improvement": 3 },
  },
  {
    externalId: "P-902",
    name: "Vera Ruiz",
    position: "Account Executive",
    jobFunction: "sales",
    managerExternalId: null,
    teamName: null,
    startedDaysAgo: 640,
    dollarsAnHour: 95,
    skills: { "Renewal negotiation": 4, Spanish: 5 },
  },
]

const judgedDaysAgo = 60

export const deskPersons = ({ anchorDay }: WorldPlan): PersonDraft[] =>
  lines.map(({ startedDaysAgo, dollarsAnHour, skills, ...line }) => {
    const startedOn = addDays(anchorDay, -startedDaysAgo)
    return {
      ...line,
      fte: 1,
      timeZone: "Europe/London",
      startedOn,
      endedOn: null,
      skills: Object.entries(skills).map(([skill, level]) => ({
        skill,
        level,
        assessorExternalId: line.managerExternalId,
        assessedOn: addDays(anchorDay, -judgedDaysAgo),
      })),
      costRates: [{ validFrom: startedOn, hourlyCents: dollarsAnHour * 100, currency: "USD" }],
    }
  })
