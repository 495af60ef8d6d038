import { addDays, daysBetween } from "#lib/format/calendar-day.ts"

/** Days before a renewal at which somebody should have spoken with the customer, the closest first. */
export const checkpoints = [30, 60, 90, 180] as const
export type Checkpoint = (typeof checkpoints)[number]

/** Days after entering a checkpoint within which the conversation should happen. */
const daysToAct = 7

export type MissedCheckpoint = {
  readonly checkpoint: Checkpoint
  readonly enteredOn: string
  /** A week after entering, but never after the renewal itself. */
  readonly dueOn: string
  readonly daysLeft: number
}

/**
 * The checkpoint that a renewal stands in, when nobody has been in touch since it was entered.
 *
 *   checkpoint = smallest of 30, 60, 90, 180 with days to the renewal <= checkpoint
 *   entered    = renewal - checkpoint days;  missed when the newest touchpoint is before that day
 *
 * A touchpoint on the very day of entering counts. Null beyond 180 days, for a renewal that has passed, and when it
 * is not known.
 */
export function missedCheckpoint({
  renewsOn,
  lastContactOn,
  today,
}: {
  readonly renewsOn: string | null
  readonly lastContactOn: string | null
  readonly today: string
}): MissedCheckpoint | null {
  if (renewsOn === null) return null
  const daysLeft = daysBetween(today, renewsOn)
  const checkpoint = daysLeft < 0 ? undefined : checkpoints.find((days) => daysLeft <= days)
  if (checkpoint === undefined) return null
  const enteredOn = addDays(renewsOn, -checkpoint)
  if (lastContactOn !== null && lastContactOn >= enteredOn) return null
  const dueOn = addDays(enteredOn, daysToAct)
  return { checkpoint, enteredOn, dueOn: dueOn < renewsOn ? dueOn : renewsOn, daysLeft }
}
