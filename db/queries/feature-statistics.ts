import { sql } from "drizzle-orm"
import type { Statistics } from "#lib/health/features/statistics.ts"
import type { Db } from "../client.ts"
import { plainArray } from "../plain-array.ts"
import { type AskedAccounts, among } from "./asked-accounts.ts"

/** A measure with the days whose readings count, itself numbered by its place in the list. */
export type AskedFeature = {
  readonly measureId: number
  readonly days: number
  readonly isAggregate: boolean
}

export type FeatureStatistics = {
  readonly feature: number
  readonly sourceId: number
  /** Of the numbers; null when there is none. `lastT` counts days from the day asked for: 0 is that day. */
  readonly numbers: (Statistics & { readonly lastT: number }) | null
  /** The last day with a word, counted likewise. */
  readonly textT: number | null
}

const lists = ["feature", "source", "n", "last_t", "last_value", "text_t"] as const
const sumLists = ["sum", "sum_t", "sum_tt", "sum_ty"] as const
type Row = { account_id: string } & Record<(typeof lists)[number], string> &
  Partial<Record<(typeof sumLists)[number], string>>

/**
 * Sufficient statistics of the readings of each account, feature and source. The longest window bounds the days, so
 * that no month before it is read; the sums are made only when an aggregate asks for them.
 */
export async function featureStatistics(
  on: Db,
  { workspaceId }: { readonly workspaceId: string },
  { features, accounts, day }: { features: readonly AskedFeature[]; accounts: AskedAccounts; day: string },
): Promise<Map<string, FeatureStatistics[]>> {
  if (features.length === 0 || accounts.ids.length === 0) return new Map()
  const firstT = 1 - Math.max(...features.map(({ days }) => days))
  // As values, not as words: a connection keeps every statement that it has run.
  const measures = sql`${plainArray(features.map(({ measureId }) => measureId))}::integer[]`
  const reaches = sql`${plainArray(features.map(({ days }) => days - 1))}::integer[]`
  const hasSums = features.some(({ isAggregate }) => isAggregate)
  const sums = hasSums
    ? sql`, sum(s.value) as sum, sum(s.day - d.day) filter (where s.value is not null) as sum_t,
        sum((s.day - d.day) * (s.day - d.day)) filter (where s.value is not null) as sum_tt,
        sum((s.day - d.day) * s.value) as sum_ty`
    : sql``
  const sumColumns = hasSums
    ? sql`, array_agg(sum)::text as sum, array_agg(sum_t)::text as sum_t, array_agg(sum_tt)::text as sum_tt,
        array_agg(sum_ty)::text as sum_ty`
    : sql``
  const rows = await on.execute<Row>(sql`
    select account_id, array_agg(feature)::text as feature, array_agg(source_id)::text as source, array_agg(n)::text as n,
      array_agg(last[1]::int)::text as last_t, array_agg(last[2])::text as last_value, array_agg(text_t)::text as text_t
      ${sumColumns}
    from (
      select s.account_id, w.feature, s.source_id, count(s.value) as n,
        max(array[s.day - d.day, s.value]) filter (where s.value is not null) as last,
        max(s.day - d.day) filter (where s.value_text is not null) as text_t
        ${sums}
      from signal s
      cross join (values (${day}::date)) d(day)
      join (select (place - 1)::integer as feature, measure_id, ${day}::date - reach as first_day
        from unnest(${measures}, ${reaches}) with ordinality as g(measure_id, reach, place)) w
        on w.measure_id = s.measure_id and s.day >= w.first_day
      where s.workspace_id = ${workspaceId} and ${among(sql`s.account_id`, accounts)}
        and s.day >= ${day}::date + ${firstT}::int and s.day <= ${day}::date
        and (s.value is not null or s.value_text is not null)
      group by s.account_id, w.feature, s.source_id
    ) g group by account_id`)
  return new Map(rows.map((row) => [row.account_id, statisticsIn(row)]))
}

function statisticsIn(row: Row): FeatureStatistics[] {
  const [feature, source, n, lastT, lastValue, textT] = lists.map((list) => cellsOf(row[list]))
  const [sum, sumT, sumTT, sumTY] = sumLists.map((list) =>
    row[list] === undefined ? null : cellsOf(row[list]),
  )
  return feature!.map((number, i) => ({
    feature: number!,
    sourceId: source![i]!,
    numbers:
      lastT![i] === null
        ? null
        : {
            n: n![i]!,
            lastT: lastT![i]!,
            lastValue: lastValue![i]!,
            sum: sum?.[i] ?? 0,
            sumT: sumT?.[i] ?? 0,
            sumTT: sumTT?.[i] ?? 0,
            sumTY: sumTY?.[i] ?? 0,
          },
    textT: textT![i] ?? null,
  }))
}

/** Reads `{1,NULL,2.5}`. */
const cellsOf = (list: string): (number | null)[] =>
  list
    .slice(1, -1)
    .split(",")
    .map((cell) => (cell === "NULL" ? null : Number(cell)))
