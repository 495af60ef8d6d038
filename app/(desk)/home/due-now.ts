import "server-only"
import { dayOf } from "#lib/format/instant.ts"
import type { Session } from "#lib/server/auth/session.ts"
import { deskRead } from "#lib/server/desk/open-desk.ts"
import { todayQuery } from "#lib/today/schema.ts"
import { readToday } from "./read-today.ts"

const keptForMs = 2_000
const mostKept = 500

type Kept = { readonly readAt: number; readonly due: Promise<number> }
const kept = new Map<string, Kept>()

type Who = Pick<Session, "caller" | "timeZone" | "currency">

const keyOf = ({ caller }: Pick<Who, "caller">): string =>
  `${caller.workspaceId} ${caller.actor.loginId} ${caller.actor.role}`

/**
 * How many things are due now in a person's own list of today: the number of its sentence. When a change reaches
 * many tabs of one person at the same moment, it is read once for all of them.
 */
export function dueNow(who: Who): Promise<number> {
  const key = keyOf(who)
  const known = kept.get(key)
  const readAt = performance.now()
  if (known && readAt - known.readAt < keptForMs) return known.due
  const due = readDue(who)
  kept.delete(key)
  kept.set(key, { readAt, due })
  due.catch(() => kept.delete(key))
  const oldest = kept.keys().next().value
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  return due
}

/** After a person put something away, or took it back, the number is another one. */
export const forgetDue = (who: Pick<Who, "caller">): void => void kept.delete(keyOf(who))

async function readDue({ caller, timeZone, currency }: Who): Promise<number> {
  const asked = { query: todayQuery.parse({}), today: dayOf(caller.now, timeZone), timeZone, currency }
  const { list } = await deskRead(caller, (tx) => readToday(tx, caller, asked))
  return list.due
}
