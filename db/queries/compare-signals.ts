import { type SQL, sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { SignalColumns } from "#lib/imports/sort-out.ts"
import type { Db } from "../client.ts"
import { plainArray } from "../plain-array.ts"

export type ComparedSignals = {
  readonly create: number
  readonly update: number
  readonly skip: number
}

type Given = { readonly sourceId: number; readonly signals: SignalColumns }

/** How readings of a source compare with what is stored: new, different (or withdrawn), and the same. */
export async function compareSignals(on: Db, caller: Caller, given: Given): Promise<ComparedSignals> {
  if (isEmpty(given)) return { create: 0, update: 0, skip: 0 }
  const [row] = await on.execute<ComparedSignals>(sql`
    select count(*) filter (where is_new)::integer as "create", count(*) filter (where is_other)::integer as "update",
      count(*) filter (where not is_new and not is_other)::integer as skip
    from ${compared(caller, given)}`)
  return row ?? { create: 0, update: 0, skip: 0 }
}

/** The accounts of which a reading is new, different or withdrawn. */
export async function accountsOfOtherReadings(
  on: Db,
  caller: Caller,
  given: Given,
): Promise<readonly string[]> {
  if (isEmpty(given)) return []
  const rows = await on.execute<{ id: string }>(sql`
    select distinct account_id as id from ${compared(caller, given)} where is_new or is_other`)
  return rows.map(({ id }) => id)
}

export type OtherReading = {
  /** Which of the given readings it is, from 0. */
  readonly place: number
  readonly before: string | null
}

/** The readings that are new, different or withdrawn, each with what stands there now. */
export async function otherReadings(on: Db, caller: Caller, given: Given): Promise<readonly OtherReading[]> {
  if (isEmpty(given)) return []
  const rows = await on.execute<OtherReading>(sql`
    select (place - 1)::integer as place, before from ${compared(caller, given)} where is_new or is_other
    order by place`)
  return [...rows]
}

const isEmpty = ({ signals }: Given): boolean => signals.accountIds.length === 0

/** Each is looked up by its key, also in a month of which the planner knows nothing yet. */
function compared({ workspaceId }: Caller, { sourceId, signals }: Given): SQL {
  const days = signals.days.toSorted()
  return sql`(
    select g.account_id, g.place, coalesce(s.value_text, s.value::text) as before,
      s.account_id is null and (g.value is not null or g.value_text is not null) as is_new,
      s.account_id is not null and (s.value, s.value_text) is distinct from (g.value, g.value_text) as is_other
    from unnest(${plainArray(signals.accountIds)}::uuid[], ${plainArray(signals.measureIds)}::integer[],
        ${plainArray(signals.days)}::date[], ${plainArray(signals.values)}::float8[],
        ${sql.param(signals.texts)}::text[]) with ordinality as g(account_id, measure_id, day, value, value_text, place)
      left join lateral (
        select s.account_id, s.value, s.value_text from signal s
        where s.workspace_id = ${workspaceId} and s.account_id = g.account_id and s.measure_id = g.measure_id
          and s.day = g.day and s.source_id = ${sourceId} and s.day between ${days[0]}::date and ${days.at(-1)}::date
        limit 1
      ) s on true) compared`
}
