import { sql } from "drizzle-orm"
import type { EventCursor } from "#lib/events/cursor.ts"
import type { EventType } from "#lib/events/schema.ts"
import { touchedAccounts } from "#lib/events/touched-accounts.ts"
import type { Db } from "../client.ts"

export type EventRow = {
  readonly cursor: EventCursor
  readonly type: EventType
  readonly at: Date
  readonly accountId: string | null
  /** The accounts that it concerns; null when it may concern any. */
  readonly accounts: readonly string[] | null
}

export type EventPage = {
  readonly events: readonly EventRow[]
  /** True when something is written beyond the horizon: an older transaction is still open. Look again soon. */
  readonly held: boolean
}

type RawEvent = {
  xid: string
  seq: string
  type: EventType
  at: string
  account_id: string | null
  payload: unknown
  held: boolean
}

/**
 * The events of the caller's workspace after a cursor, in commit-safe order. Sequence numbers commit out
 * of order, so a reader stops before the oldest transaction that is still open and never skips one.
 * The order names the table's columns: bare names would mean the texts of the result, where 1000 < 999.
 */
export async function eventsAfter(
  on: Db,
  caller: { readonly workspaceId: string },
  { after, limit }: { after: EventCursor; limit: number },
): Promise<EventPage> {
  const rows = (await on.execute(sql`
    select xid::text, seq::text, type, at::text, account_id, payload,
      xid >= pg_snapshot_xmin(pg_current_snapshot()) as held
    from event
    where workspace_id = ${caller.workspaceId}
      and (xid, seq) > (${after.xid.toString()}::xid8, ${after.seq.toString()}::bigint)
    order by event.xid, event.seq limit ${limit}`)) as unknown as RawEvent[]
  const events = rows
    .filter((row) => !row.held)
    .map((row) => ({
      cursor: { epoch: after.epoch, xid: BigInt(row.xid), seq: BigInt(row.seq) },
      type: row.type,
      at: new Date(row.at),
      accountId: row.account_id,
      accounts: touchedAccounts({ accountId: row.account_id, payload: row.payload }),
    }))
  return { events, held: events.length < rows.length }
}

/** The position of "now": everything before it is visible to this transaction, everything later comes after. */
export async function eventHorizon(on: Db): Promise<EventCursor> {
  const [row] = (await on.execute(sql`
    select auth_event_epoch() as epoch, pg_snapshot_xmin(pg_current_snapshot())::text as xmin`)) as unknown as {
    epoch: string
    xmin: string
  }[]
  if (!row) throw new Error("The event horizon could not be read.")
  return { epoch: row.epoch, xid: BigInt(row.xmin), seq: 0n }
}
