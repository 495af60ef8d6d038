import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { instantsOfDays } from "#lib/health/counting-score.ts"
import type { BookWeek } from "#lib/today/book-numbers.ts"
import type { Db } from "../client.ts"
import { type Book, bookRows, inWindow, renewalDays } from "./today.ts"

/**
 * The numbers of a book as they were on some days, oldest first: of the accounts that are in it now. Accounts that have
 * left count as long as they had ARR; those that left with ARR still standing are left out, because nothing tells when.
 * Bands are those that counted: of a judgement in force on that day, else of the computed score; the last day is as of
 * now. What is not known of a day is null.
 */
export async function bookHistory(
  on: Db,
  caller: Caller,
  { timeZone, days, ...book }: Book & { timeZone: string; days: readonly string[] },
): Promise<BookWeek[]> {
  const workspace = caller.workspaceId
  const instants = instantsOfDays(days, { timeZone, now: caller.now }).map((instant) => instant.toISOString())
  const asked = sql`unnest(${`{${days.join(",")}}`}::date[], ${`{${instants.join(",")}}`}::timestamptz[])`
  const rows = await on.execute<BookWeek>(sql`
    with book as materialized (
      select account_id from (${await bookRows(on, caller, book)}) b
      where lifecycle_stage is distinct from 'churned' or coalesce(arr_cents, 0) = 0
    ), days as (select day, at from ${asked} as asked (day, at)), money as (
      select d.day, m.account_id, sum(m.amount_cents) as arr
      from days d join arr_movement m on m.workspace_id = ${workspace} and m.effective_on <= d.day
      join book b on b.account_id = m.account_id group by 1, 2
    ), judged as (
      select d.day, v.account_id, (array_agg(v.value order by v.set_at desc))[1] as value
      from days d join health_override v on v.workspace_id = ${workspace} and v.set_at <= d.at
        and least(v.expires_at, coalesce(v.ended_at, 'infinity')) > d.at
      group by 1, 2
    ), scored as (
      select s.day, sum(m.arr) filter (where case when j.value is null then s.band = 'red'
        else j.value <= (h.definition->'bands'->>'redUpTo')::int end) as red
      from health_score s join book b on b.account_id = s.account_id
      left join judged j on j.day = s.day and j.account_id = s.account_id
      left join health_model h on h.workspace_id = ${workspace} and h.id = s.model_id and j.value is not null
      left join money m on m.day = s.day and m.account_id = s.account_id
      where s.workspace_id = ${workspace} and s.day = any (${`{${days.join(",")}}`}::date[]) group by 1
    )
    select d.day::text, (select sum(arr)::float8 from money m where m.day = d.day) as "arrCents",
      (select coalesce(red, 0)::float8 from scored s where s.day = d.day) as "actNowArrCents",
      case when exists (select 1 from contract c where c.workspace_id = ${workspace} and c.starts_on <= d.day)
        then (select count(distinct c.account_id)::int from contract c join book b on b.account_id = c.account_id
          where c.workspace_id = ${workspace} and c.ends_on between d.day and d.day + ${renewalDays}::int) end as renewals,
      case when exists (select 1 from touchpoint t where t.workspace_id = ${workspace}
          and t.happened_at < (d.day - 27)::timestamp at time zone ${timeZone})
        then (select count(*)::int from touchpoint t join book b on b.account_id = t.account_id
          where t.workspace_id = ${workspace} and ${inWindow(sql`d.day`, timeZone)}) end as touchpoints
    from days d order by d.day`)
  return [...rows]
}
