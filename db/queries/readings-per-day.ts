import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { Db } from "../client.ts"

export type DayReadings = {
  readonly sourceId: number
  readonly measureId: number
  readonly day: string
  readonly readings: number
}

/** Counts the readings of some days, per source, measure and day: a long read, so give it a month at most. */
export async function readingsPerDay(
  on: Db,
  caller: Caller,
  { first, last }: { first: string; last: string },
): Promise<DayReadings[]> {
  const rows = await on.execute<DayReadings>(sql`
    select source_id as "sourceId", measure_id as "measureId", day::text, count(*)::int as readings from signal
    where workspace_id = ${caller.workspaceId} and day between ${first}::date and ${last}::date
      and (value is not null or value_text is not null)
    group by source_id, measure_id, day`)
  return [...rows]
}
