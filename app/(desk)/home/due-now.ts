import "server-only"
import { formatCursor } from "#lib/events/cursor.ts"
import { dayOf } from "#lib/format/instant.ts"
import type { Session } from "#lib/server/auth/session.ts"
import { deskRead, pageHorizon } from "#lib/server/desk/open-desk.ts"
import { todayQuery } from "#lib/today/schema.ts"
import { readToday } from "./read-today.ts"

/** Sources grow late by the clock alone, and a long change of others can hide that something happened. */
const keptForMs = 5_000
/** A number that took long to read stands for so many times as long, whatever happens: others need the database too. */
const longMs = 150
const timesAsLong = 20
const mostKept = 500

type Kept = {
  readonly horizon: string
  readonly readAt: number
  tookMs: number
  readonly due: Promise<number>
}
const kept = new Map<string, Kept>()

type Who = Pick<Session, "caller" | "timeZone" | "currency">

/**
 * How many things are due now in a person's own list of today: the number of its sentence. Until something happens it
 * is not read again, so that going from page to page costs nothing, and all tabs of one person share a reading.
 */
export async function dueNow(who: Who): Promise<number> {
  const { workspaceId, actor } = who.caller
  const key = `${workspaceId} ${actor.loginId} ${actor.role}`
  const horizon = formatCursor(await pageHorizon())
  const askedAt = performance.now()
  const known = kept.get(key)
  if (known && stands(known, horizon, askedAt - known.readAt)) return known.due
  const now: Kept = { horizon, readAt: askedAt, tookMs: 0, due: readDue(who) }
  kept.delete(key)
  kept.set(key, now)
  const oldest = kept.keys().next().value
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  try {
    const due = await now.due
    now.tookMs = performance.now() - askedAt
    return due
  } catch (error) {
    if (kept.get(key) === now) kept.delete(key)
    throw error
  }
}

const stands = ({ horizon, tookMs }: Kept, asked: string, ageMs: number): boolean =>
  horizon === asked ? ageMs < keptForMs : tookMs > longMs && ageMs < tookMs * timesAsLong

async function readDue({ caller, timeZone, currency }: Who): Promise<number> {
  const asked = { query: todayQuery.parse({}), today: dayOf(caller.now, timeZone), timeZone, currency }
  const { list } = await deskRead(caller, (tx) => readToday(tx, caller, asked))
  return list.due
}
