import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import { guessPromise } from "#lib/quality/guess-promise.ts"
import { type SourceStanding, sourceStanding } from "#lib/quality/source-standing.ts"
import type { Db } from "../client.ts"

const rhythmDays = 91

export type NamedStanding = {
  readonly key: string
  readonly name: string
  /** Its newest complete day; null while it has none. */
  readonly completeTo: string | null
  readonly standing: SourceStanding
}

/**
 * How every source stands, and no more than that: what the bar above all pages needs. Days are read only of sources
 * that do not say themselves how far they are complete or how often they tell.
 */
export async function sourceStandings(
  on: Db,
  caller: Caller,
  { today, timeZone }: { today: string; timeZone: string },
): Promise<NamedStanding[]> {
  const upTo = sql`${today}::date`
  const tally = sql`signal_tally t where t.workspace_id = s.workspace_id and t.source_id = s.id and t.day <= ${upTo}`
  const rows = await on.execute<{
    key: string
    name: string
    lastError: string | null
    promiseHours: number | null
    completeTo: string | null
    days: string[]
  }>(sql`
    select s.key, s.name, s.last_error as "lastError", s.promise_hours as "promiseHours",
      coalesce(s.complete_to, (select max(t.day) from ${tally}))::text as "completeTo",
      case when s.promise_hours is null then array(select distinct t.day::text
        from ${tally} and t.day > ${addDays(today, -rhythmDays)}::date) else '{}' end as days
    from source s where s.workspace_id = ${caller.workspaceId} order by s.name collate "C", s.id limit 200`)
  return rows.map(({ key, name, days, promiseHours, ...source }) => ({
    key,
    name,
    completeTo: source.completeTo,
    standing: sourceStanding({
      ...source,
      promiseHours: promiseHours ?? guessPromise(days),
      now: caller.now,
      timeZone,
    }),
  }))
}
