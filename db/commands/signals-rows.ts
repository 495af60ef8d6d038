import { type SQL, sql } from "drizzle-orm"
import type { SignalColumns } from "#lib/imports/sort-out.ts"
import { plainArray } from "../plain-array.ts"

/** Who writes: a source, and the number of the import when it is one. */
export type StoredBy = { readonly sourceId: number; readonly runNumber: number | null }

export type GivenReadings = { readonly signals: SignalColumns; readonly by: StoredBy }

/** The readings as rows `g`. Words are rare: without any, their column is not sent. */
export function asRows({ accountIds, measureIds, days, values, texts }: SignalColumns): SQL {
  const keys = sql`${plainArray(accountIds)}::uuid[], ${plainArray(measureIds)}::integer[],
    ${plainArray(days)}::date[], ${plainArray(values)}::float8[]`
  if (texts.every((text) => text === null))
    return sql`(select *, null::text as value_text
      from unnest(${keys}) as u(account_id, measure_id, day, value)) as g`
  return sql`unnest(${keys}, ${sql.param(texts)}::text[]) as g(account_id, measure_id, day, value, value_text)`
}

/** The days are named once more as bounds, so that only their months are searched. */
export function withinDays({ days }: SignalColumns): SQL {
  let [first, last] = [days[0]!, days[0]!]
  for (const day of days) {
    if (day < first) first = day
    if (day > last) last = day
  }
  return sql`s.day between ${first}::date and ${last}::date`
}
