import { type SQL, sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { Db } from "../client.ts"
import { databaseErrorCode } from "../unavailable.ts"
import { asRows, type GivenReadings } from "./signals-rows.ts"

export type Counted = { account_id: string; count: number }

/** From so many readings on, one try that may be in vain costs less than asking for each whether it stands already. */
const many = 500

const uniqueViolation = "23505"

/**
 * Puts those readings in that do not stand yet, and counts them by account. A file of new readings is the usual case
 * and takes half the time when nothing is asked first; the savepoint takes the try back when one stood already.
 */
export async function createReadings(on: Db, caller: Caller, given: GivenReadings): Promise<Counted[]> {
  const { accountIds } = given.signals
  if (accountIds.length < many || (await standsAlready(on, caller, given)))
    return createMissing(on, caller, given)
  try {
    await on.transaction((attempt) => attempt.execute(insertion(caller, given)))
  } catch (error) {
    if (databaseErrorCode(error) !== uniqueViolation) throw error
    return createMissing(on, caller, given)
  }
  const counts = new Map<string, number>()
  for (const id of accountIds) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts].map(([account_id, count]) => ({ account_id, count }))
}

const createMissing = (on: Db, caller: Caller, given: GivenReadings): Promise<Counted[]> =>
  on.execute<Counted>(sql`
    with saved as (
      ${insertion(caller, given)}
      on conflict (workspace_id, account_id, measure_id, day, source_id) do nothing
      returning account_id
    )
    select account_id, count(*)::integer as count from saved group by account_id`)

const insertion = ({ workspaceId }: Caller, { signals, by }: GivenReadings): SQL => sql`
  insert into signal (workspace_id, account_id, measure_id, day, source_id, value, value_text, run_number)
  select ${workspaceId}, account_id, measure_id, day, ${by.sourceId}, value, value_text, ${by.runNumber}::integer
  from ${asRows(signals)}`

/** Asks for the first and the last reading only: a file that comes once more is known by them. */
async function standsAlready(on: Db, caller: Caller, { signals, by }: GivenReadings): Promise<boolean> {
  const [first, last] = [0, signals.accountIds.length - 1].map(
    (
      place,
    ) => sql`(account_id = ${signals.accountIds[place]}::uuid and measure_id = ${signals.measureIds[place]}::integer
      and day = ${signals.days[place]}::date)`,
  )
  const [row] = await on.execute<{ stands: boolean }>(sql`
    select exists (select 1 from signal where workspace_id = ${caller.workspaceId} and source_id = ${by.sourceId}
      and ${first}) or exists (select 1 from signal where workspace_id = ${caller.workspaceId}
      and source_id = ${by.sourceId} and ${last}) as stands`)
  return row?.stands === true
}
