import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { EventType } from "#lib/events/schema.ts"
import type { Db } from "../client.ts"

export type LastChange = { readonly who: string; readonly at: Date }

/** Who changed something last, within a day: longer nobody keeps a form open. Null when nobody did. */
export async function lastChange(
  on: Db,
  caller: Caller,
  { type, caseId }: { type: EventType; caseId: string },
): Promise<LastChange | null> {
  const [row] = await on.execute<{ who: string; at: string }>(sql`
    select actor_name as who, at::text as at from event
    where workspace_id = ${caller.workspaceId} and at > now() - interval '1 day'
      and type = ${type} and case_id = ${caseId}
    order by at desc, seq desc limit 1`)
  return row ? { who: row.who, at: new Date(row.at) } : null
}
