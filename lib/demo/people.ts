import type { Segment } from "#lib/accounts/schema.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import type { PersonDraft, SkillDraft, TeamDraft } from "#lib/people/schema.ts"
import { personName } from "./person-names.ts"
import { staffsOf, type WorldPlan } from "./plan.ts"
import { randomFor } from "./random.ts"
import { type StaffLine, staffLines } from "./staff-lines.ts"

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

/** A member of the staff as the world knows them; days are counted from the anchor. */
export type StaffMember = {
  readonly externalId: string
  readonly segment: Segment | null
  readonly work: "owns accounts" | "answers tickets" | "other"
  readonly fte: number
  readonly startsOn: number
  readonly leavesOn: number
}

/** The forty people once, or as often as a large world needs them, under other names. */
function linesOf(plan: WorldPlan): readonly StaffLine[] {
  return Array.from({ length: staffsOf(plan) }, (_, copy) => {
    if (copy === 0) return staffLines
    const random = randomFor(plan.seed, 900_000 + copy)
    const idOf = (id: string) => `P-${Number(id.slice(2)) + copy * staffLines.length}`
    return staffLines.map((line): StaffLine => {
      const [id, , position, jobFunction, team, manager, ...rest] = line
      const managerId = manager === null ? null : idOf(manager)
      return [idOf(id), personName(random), position, jobFunction, team, managerId, ...rest]
    })
  }).flat()
}

export const staffMembers = (plan: WorldPlan): StaffMember[] =>
  linesOf(plan).map(([externalId, , position, , team, , fte, , startedDaysAgo, leftDaysAgo]) => {
    const segment = demoTeams[team]?.segment ?? null
    const owns =
      segment === "SMB"
        ? position === "Customer Success Coordinator"
        : position === "Customer Success Manager" || position === "Senior Customer Success Manager"
    const answers = position === "Customer Success Specialist" || position === "Technical Support Specialist"
    return {
      externalId,
      segment,
      work: owns ? "owns accounts" : answers ? "answers tickets" : "other",
      fte,
      startsOn: -startedDaysAgo,
      leavesOn: leftDaysAgo === null ? Infinity : -leftDaysAgo,
    }
  })

/** The people of the made-up company, in the positions of the operations framework (document 004). */
export function demoPersons(plan: WorldPlan): PersonDraft[] {
  const { anchorDay } = plan
  const raisedOn = `${Number(anchorDay.slice(0, 4)) - 1}-07-01`
  return linesOf(plan).map((line) => {
    const [externalId, name, position, jobFunction, team, manager, fte, timeZone, started, left, dollars] =
      line
    const startedOn = addDays(anchorDay, -started)
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
      endedOn: left === null ? null : addDays(anchorDay, -left),
      skills: Object.entries(line[11]).map(([skill, level]) => ({
        skill,
        level,
        assessorExternalId: manager,
        assessedOn: addDays(anchorDay, -Math.min(75, Math.max(0, started))),
      })),
      costRates: startedOn < raisedOn ? [rate(startedOn, 0.95), rate(raisedOn, 1)] : [rate(startedOn, 1)],
    }
  })
}
