import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import type { QualityDimension } from "#lib/quality/dimensions.ts"
import type { Measurement } from "#lib/quality/schema.ts"
import type { Db } from "../client.ts"
import { type RuleQuestion, ruleRows } from "./quality-rows.ts"

export type Standard = {
  readonly id: string
  readonly field: string
  readonly dimension: QualityDimension
  readonly atLeast: number
  readonly withinDays: number | null
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly reason: string
  readonly isBuiltIn: boolean
  readonly measuredAt: Date | null
  /** When it was taken off; such a standard is found by its id alone. */
  readonly removedAt: Date | null
  /** At most the last quarter, oldest first. */
  readonly history: readonly Measurement[]
}

const historyDays = 91
const mostStandards = 500

type RawStandard = Omit<Standard, "history" | "measuredAt" | "removedAt"> & {
  history: Measurement[] | null
  measuredAt: string | null
  removedAt: string | null
}

/** The standards of the workspace with their measurements of the last quarter, by field. */
export async function standardsOf(
  on: Db,
  caller: Caller,
  { today, only }: { today: string; only?: string },
): Promise<Standard[]> {
  const rows = await on.execute<RawStandard>(sql`
    select s.id, s.field, s.dimension, s.at_least as "atLeast", s.within_days as "withinDays",
      s.owner_id as "ownerId", p.name as "ownerName", s.reason, s.is_built_in as "isBuiltIn",
      measured.at::text as "measuredAt", s.removed_at::text as "removedAt", measured.history
    from quality_standard s
    left join person p on p.workspace_id = s.workspace_id and p.id = s.owner_id
    left join lateral (
      select max(r.measured_at) as at, jsonb_agg(jsonb_build_object('day', r.day, 'rows', r.rows, 'met', r.met,
        'atLeast', r.at_least) order by r.day) as history
      from quality_result r where r.workspace_id = s.workspace_id and r.standard_id = s.id
        and r.day between ${addDays(today, -historyDays)}::date and ${today}::date) measured on true
    where s.workspace_id = ${caller.workspaceId}
      and ${only === undefined ? sql`s.removed_at is null` : sql`s.id = ${only}`}
    order by s.field collate "C", s.dimension limit ${mostStandards}`)
  return rows.map((row) => ({
    ...row,
    measuredAt: row.measuredAt === null ? null : new Date(row.measuredAt),
    removedAt: row.removedAt === null ? null : new Date(row.removedAt),
    history: row.history ?? [],
  }))
}

/** How many rows a rule is about on a day, and how many meet it. */
export async function countRule(
  on: Db,
  caller: Caller,
  question: RuleQuestion,
): Promise<{ rows: number; met: number }> {
  const [row] = await on.execute<{ rows: number; met: number }>(sql`
    select count(*)::int as rows, (count(*) filter (where met))::int as met
    from (${ruleRows(caller, question)}) r`)
  return row ?? { rows: 0, met: 0 }
}

export type FailingRow = {
  readonly id: string
  readonly name: string
  readonly slug: string
  readonly sortKey: string
  readonly found: string | null
}

export type FailingPage = { readonly rows: readonly FailingRow[]; readonly next: FailingRow | null }

/** The rows that do not meet a rule, by the name of their account, from the row after `after` on. */
export async function failingRows(
  on: Db,
  caller: Caller,
  {
    question,
    after,
    limit,
  }: {
    question: RuleQuestion
    after: { readonly sortKey: string; readonly id: string } | null
    limit: number
  },
): Promise<FailingPage> {
  const rows = await on.execute<FailingRow>(sql`
    select id, name, slug, sort_key as "sortKey", found from (${ruleRows(caller, question)}) r
    where met is not true
      ${after ? sql`and (sort_key, id) > (${after.sortKey} collate "C", ${after.id}::uuid)` : sql``}
    order by sort_key, id limit ${limit + 1}`)
  const shown = rows.slice(0, limit)
  return { rows: shown, next: rows.length > limit ? (shown.at(-1) ?? null) : null }
}

/** Days from a first to a last one on which a standard has no measurement yet. */
export async function unmeasuredDays(
  on: Db,
  caller: Caller,
  { standardId, first, last }: { standardId: string; first: string; last: string },
): Promise<string[]> {
  const rows = await on.execute<{ day: string }>(sql`
    select d.day::date::text as day from generate_series(${first}::date, ${last}::date, '1 day') as d(day)
    where not exists (select 1 from quality_result r where r.workspace_id = ${caller.workspaceId}
      and r.standard_id = ${standardId} and r.day = d.day::date)`)
  return rows.map(({ day }) => day)
}

/** People whom something can be given to: those who have not left, by name. */
export async function peopleToAssign(
  on: Db,
  caller: Caller,
  { today }: { today: string },
): Promise<{ id: string; name: string }[]> {
  const rows = await on.execute<{ id: string; name: string }>(sql`
    select id, name from person where workspace_id = ${caller.workspaceId}
      and (ended_on is null or ended_on >= ${today}::date)
    order by name collate "C", id limit 500`)
  return [...rows]
}
