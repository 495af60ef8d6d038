import { addDays } from "#lib/format/calendar-day.ts"

/**
 * The day by which an account should hear from us again:
 *
 *   the day that the newest touchpoint planned, else newest touchpoint + cadence in days
 *
 * A planned day counts even when it is later than the cadence: somebody decided it. A planned day that is not after
 * the newest touchpoint is no plan. Without any touchpoint the days count from when the account became known.
 */
export function touchpointDue({
  lastContactOn,
  plannedOn,
  createdOn,
  cadence,
}: {
  readonly lastContactOn: string | null
  readonly plannedOn: string | null
  readonly createdOn: string
  readonly cadence: number
}): string {
  if (lastContactOn === null) return addDays(createdOn, cadence)
  if (plannedOn !== null && plannedOn > lastContactOn) return plannedOn
  return addDays(lastContactOn, cadence)
}
