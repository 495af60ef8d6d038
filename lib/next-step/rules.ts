import { addDays, daysBetween } from "#lib/format/calendar-day.ts"
import { formatDay } from "#lib/format/day.ts"
import { formatShare } from "#lib/format/percent.ts"
import { formatCount } from "#lib/format/plural.ts"
import { enteredCheckpoint } from "./renewal-checkpoint.ts"
import type { Rule } from "./schema.ts"

const enoughCoverage = 0.7

/** A renewal has entered a checkpoint, and nobody spoke with the customer since, nor plans to before it renews. */
const renewal: Rule = ({ renewsOn, lastContactOn, nextPlannedOn, today }) => {
  const checkpoint = renewsOn === null ? null : enteredCheckpoint(renewsOn, today)
  if (!(renewsOn && checkpoint)) return null
  if (lastContactOn !== null && lastContactOn >= checkpoint.on) return null
  if (nextPlannedOn !== null && nextPlannedOn <= renewsOn) return null
  const left = daysBetween(today, renewsOn)
  const when = left === 0 ? "today" : `in ${formatCount(left, "day")}`
  return {
    title: "Talk about the renewal",
    reason: `It renews ${when}, and nobody has spoken with them since its ${checkpoint.days}-day checkpoint on ${formatDay(checkpoint.on, today)}.`,
    href: "#contracts",
  }
}

/** Health fell beyond its usual variation. */
const drop: Rule = ({ health }) =>
  health?.drop
    ? {
        title: health.strongestCause ? `Ask about ${health.strongestCause}` : "Ask what changed",
        reason: `${health.drop}.${health.strongestCause ? " This pulls it down most." : ""}`,
        href: "#changed",
      }
    : null

/** Nobody who pays is known: contacts that left do not count. */
const sponsor: Rule = ({ contacts }) => {
  const present = contacts.filter(({ leftOn }) => leftOn === null)
  if (present.some(({ role }) => role === "sponsor")) return null
  const left = contacts.some(({ role, leftOn }) => role === "sponsor" && leftOn !== null)
  return {
    title: left ? "Find a new sponsor" : "Find a sponsor",
    reason: left
      ? "The sponsor has left, and no other one is known."
      : `No sponsor is among ${present.length === 0 ? "the contacts: none is known" : formatCount(present.length, "contact")}.`,
    href: "#people",
  }
}

/** Silent for longer than accounts of its kind are meant to be, with nothing planned. */
const silence: Rule = ({ cadence, lastContactOn, nextPlannedOn, today }) => {
  if (!cadence || nextPlannedOn !== null) return null
  const every = `Accounts of ${cadence.profile} are due every ${formatCount(cadence.days, "day")}`
  if (lastContactOn === null)
    return {
      title: "Speak with them",
      reason: `No contact is recorded. ${every}.`,
      href: "#touchpoints",
    }
  const days = daysBetween(lastContactOn, today)
  if (days <= cadence.days) return null
  return {
    title: "Speak with them",
    reason: `The last contact was ${formatCount(days, "day")} ago. ${every}.`,
    href: "#touchpoints",
  }
}

/** Too much of what the score needs is missing or too old. */
const oldData: Rule = ({ health }) => {
  const [first, ...rest] = health?.leftOut ?? []
  if (!health || first === undefined || health.coverage >= enoughCoverage) return null
  const others = rest.length > 0 ? ` and ${formatCount(rest.length, "more measure")}` : ""
  return {
    title: `Bring in ${first}`,
    reason: `Only ${formatShare(health.coverage)} of the score's weight is known: ${first}${others} ${rest.length > 0 ? "are" : "is"} missing or too old.`,
    href: "#why",
  }
}

/** Tried in this order; the first that applies is the next step. What costs most when it is missed comes first. */
export const rules = { renewal, drop, sponsor, silence, oldData } as const satisfies Record<string, Rule>

/** The day on which silence would be too long; null when nothing says how long that is. */
export const silentUntil = (lastContactOn: string, cadenceDays: number): string =>
  addDays(lastContactOn, cadenceDays + 1)
