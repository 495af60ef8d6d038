import { daysBetween } from "#lib/format/calendar-day.ts"
import { noBreak } from "#lib/format/number.ts"
import type { Status } from "#lib/format/tokens.ts"

export type Milestone = {
  readonly key: string
  readonly label: string
  readonly plannedOn: string
  /** The day it was reached; null while it is not. */
  readonly reachedOn: string | null
}

export type MilestoneState = { readonly status: Status; readonly words: string; readonly daysLate: number }

/**
 * How a milestone stands on a day. `daysLate` counts calendar days from the plan to the day it was reached, or to
 * `today` while it is open; never below 0. Reached late is worth a look, open and late wants action.
 */
export function milestoneState({ plannedOn, reachedOn }: Milestone, today: string): MilestoneState {
  const daysLate = Math.max(0, daysBetween(plannedOn, reachedOn ?? today))
  const late = `${daysLate}${noBreak}d late`
  if (reachedOn !== null)
    return daysLate > 0
      ? { status: "watch", words: `Reached, ${late}`, daysLate }
      : { status: "good", words: "Reached on time", daysLate }
  return daysLate > 0
    ? { status: "act", words: `Open, ${late}`, daysLate }
    : { status: "routine", words: "To come", daysLate }
}
