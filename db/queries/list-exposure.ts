import { type SQL, sql } from "drizzle-orm"
import {
  assumedHealth,
  laterUrgencyPercent,
  unknownUrgencyPercent,
  urgencySteps,
} from "#lib/accounts/exposure.ts"

type Term = { readonly renewsOn: SQL; readonly today: SQL }

/** Numbers of the formula stand in the text: they are the same in every statement. */
const fixed = (number: number): SQL => sql.raw(String(number))

/**
 * `exposureCents`, tied to it by a test, as the order needs it: null for lost accounts, which stand last, and nothing
 * where ARR is unknown.
 */
export function exposureOf({
  isLost,
  health,
  arrCents,
  renewsOn,
  today,
}: Term & { readonly isLost: SQL; readonly health: SQL; readonly arrCents: SQL }): SQL {
  const steps = urgencySteps.map(
    ({ withinDays, percent }) =>
      sql`when ${renewsOn} <= ${today} + ${fixed(withinDays)} then ${fixed(percent)}`,
  )
  return sql`(case when not ${isLost} then round(greatest(coalesce(${arrCents}, 0), 0)::numeric
    * (100 - coalesce(${health}, ${fixed(assumedHealth)}))
    * (case when ${renewsOn} is null then ${fixed(unknownUrgencyPercent)} ${sql.join(steps, sql` `)}
      else ${fixed(laterUrgencyPercent)} end) / 10000)::bigint end)`
}

/** The first day of the step of urgency in which the term stands; null for a step without a beginning. */
export function urgencyFrom({ renewsOn, today }: Term): SQL {
  const steps = urgencySteps.map(
    ({ withinDays }) =>
      sql`when ${renewsOn} <= ${today} + ${fixed(withinDays)} then ${renewsOn} - ${fixed(withinDays)}`,
  )
  return sql`(case ${sql.join(steps, sql` `)} end)`
}

/** The first day of the next step of urgency; null when none follows. */
export function urgencyUntil({ renewsOn, today }: Term): SQL {
  const steps = urgencySteps
    .toReversed()
    .map(
      ({ withinDays }) =>
        sql`when ${renewsOn} > ${today} + ${fixed(withinDays)} then ${renewsOn} - ${fixed(withinDays)}`,
    )
  return sql`(case ${sql.join(steps, sql` `)} end)`
}
