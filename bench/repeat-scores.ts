import type { Sql } from "postgres"
import { addDays } from "#lib/format/calendar-day.ts"

type Stretch = { readonly workspaceId: string; readonly from: string; readonly until: string }

/**
 * The scores of `from` once more for each day before `until`, as the product would have saved them had nothing changed:
 * the parts whole on the first day of a month, else naming the day that has them.
 */
export async function repeatScores(owner: Sql, { workspaceId, from, until }: Stretch): Promise<void> {
  await owner`select ensure_month_partitions(${from}::date, ${until}::date)`
  let whole = from
  for (let day = addDays(from, 1); day < until; day = addDays(day, 1)) {
    if (day.endsWith("-01")) whole = day
    await owner`
      insert into health_score (workspace_id, account_id, day, model_id, value, exact, band, coverage, score, computed_at)
      select workspace_id, account_id, ${day}::date, model_id, value, exact, band, coverage,
        case when ${day === whole}::boolean then score else jsonb_build_object('digest', score->'digest',
          'bands', score->'bands', 'partsOn', ${whole}::text) end, ${`${day}T21:00:00Z`}::timestamptz
      from health_score where workspace_id = ${workspaceId} and day = ${from}::date`
  }
}
