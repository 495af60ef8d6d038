import type { Db } from "#db/client.ts"
import { auditCount, auditRows } from "#db/queries/audit.ts"
import type { Caller } from "#lib/access/caller.ts"
import type { ChangedToday } from "#lib/audit/audit-answer.ts"
import { peopleToday } from "#lib/audit/audit-query.ts"
import { eventTitle } from "#lib/audit/event-words.ts"
import { dayOf, formatInstant } from "#lib/format/instant.ts"

/** What people did today in this workspace: the rows behind it are those of `peopleToday` in the log. */
export async function changedToday(on: Db, caller: Caller, timeZone: string): Promise<ChangedToday> {
  const query = peopleToday(dayOf(caller.now, timeZone))
  const { rows } = await auditRows(on, caller, { query, timeZone, limit: 1 })
  const [newest] = rows
  if (!newest) return { count: 0, last: null }
  const at = formatInstant(newest.at, { now: caller.now, timeZone })
  return {
    count: await auditCount(on, caller, { query, timeZone }),
    last: { who: newest.who, title: eventTitle(newest.type), at },
  }
}
