import { addDays, daysBetween } from "#lib/format/calendar-day.ts"

/** Days before a renewal at which somebody should have spoken with the customer. */
export const checkpointDays = [90, 60, 30] as const

export type Checkpoint = { readonly days: number; readonly on: string }

/**
 * The checkpoint that a renewal entered last: of 90, 60 and 30 days before it, the nearest one that is not ahead.
 * Null when none is reached, or when the renewal is past. On the day itself a checkpoint is entered.
 */
export function enteredCheckpoint(renewsOn: string, today: string): Checkpoint | null {
  const daysLeft = daysBetween(today, renewsOn)
  if (daysLeft < 0) return null
  const days = checkpointDays.findLast((each) => daysLeft <= each)
  return days === undefined ? null : { days, on: addDays(renewsOn, -days) }
}

/** The first checkpoint that is still ahead; null when there is none. */
export function comingCheckpoint(renewsOn: string, today: string): Checkpoint | null {
  const days = checkpointDays.find((each) => addDays(renewsOn, -each) > today)
  return days === undefined ? null : { days, on: addDays(renewsOn, -days) }
}
