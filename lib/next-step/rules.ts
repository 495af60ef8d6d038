import { formatDay } from "#lib/format/day.ts"
import { formatShare } from "#lib/format/percent.ts"
import { formatCount } from "#lib/format/plural.ts"
import { formatRelativeDays } from "#lib/format/relative-days.ts"
import { missedCheckpoint } from "#lib/today/renewal-checkpoint.ts"
import { touchpointDue } from "#lib/today/touchpoint-due.ts"
import type { Rule } from "./schema.ts"

const enoughCoverage = 0.7

/** A renewal has entered a checkpoint, and nobody spoke with the customer since. */
const renewal: Rule = ({ renewsOn, lastContactOn, today }) => {
  const missed = missedCheckpoint({ renewsOn, lastContactOn, today })
  if (!missed) return null
  const { checkpoint, enteredOn, daysLeft } = missed
  const when = daysLeft === 0 ? "today" : `in ${formatCount(daysLeft, "day")}`
  return {
    title: "Talk about the renewal",
    reason: `It renews ${when}, and nobody has spoken with them since its ${checkpoint}-day checkpoint on ${formatDay(enteredOn, today)}.`,
    href: "#contracts",
  }
}

/** Health fell beyond its usual variation. */
const drop: Rule = ({ health }) =>
  health?.drop
    ? {
        title: health.strongestCause ? `Ask about ${health.strongestCause.label}` : "Ask what changed",
        reason: `Health is ${health.drop}.${health.strongestCause ? ` ${health.strongestCause.label} ${health.strongestCause.effect}.` : ""}`,
        href: health.strongestCause?.href ?? "#changed",
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
      : present.length === 0
        ? "No contact is known."
        : `None of ${formatCount(present.length, "known contact")} is a sponsor.`,
    href: "#people",
  }
}

/** The day has come by which the account should hear from us. */
const silence: Rule = (situation) => {
  const { lastContactOn, plannedOn, cadence, today } = situation
  const dueOn = touchpointDue(situation)
  if (dueOn > today) return null
  const late = dueOn === today ? "It is due today" : `It was due on ${formatDay(dueOn, today)}`
  const last =
    lastContactOn === null
      ? "No contact is recorded"
      : `The last contact was ${formatRelativeDays(lastContactOn, today)}`
  const isPlanned = plannedOn !== null && plannedOn === dueOn
  return {
    title: isPlanned ? "Hold the planned touchpoint" : "Speak with them",
    reason: `${last}. ${late}: ${isPlanned ? "it was planned for then" : `every ${formatCount(cadence, "day")} is usual here`}.`,
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
