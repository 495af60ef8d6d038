import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { type EventPayload, type EventType, eventPayloads } from "#lib/events/schema.ts"
import { newId } from "#lib/platform/new-id.ts"
import type { Db } from "../client.ts"
import { event } from "../schema/events.ts"

type Fact<Type extends EventType> = {
  /** For who names the fact later; else it gets one of its own. */
  id?: string
  type: Type
  caseType: string
  caseId: string
  accountId?: string
  payload: EventPayload<Type>
}

/** The channel that wakes readers; the payload is the workspace, so one commit makes one notice. */
export const eventChannel = "csops_event"

/** Writes the fact of a change in the change's own transaction and wakes the readers at commit. */
export async function record<Type extends EventType>(
  on: Db,
  caller: Caller,
  fact: Fact<Type>,
): Promise<void> {
  const payload = eventPayloads[fact.type].parse(fact.payload)
  await on.insert(event).values({
    workspaceId: caller.workspaceId,
    id: fact.id ?? newId(),
    businessAt: caller.now,
    type: fact.type,
    actorLoginId: caller.actor.loginId,
    actorName: caller.actor.name,
    via: caller.actor.via,
    requestId: caller.requestId,
    caseType: fact.caseType,
    caseId: fact.caseId,
    accountId: fact.accountId ?? null,
    payload,
  })
  await on.execute(sql`select pg_notify(${eventChannel}, ${caller.workspaceId})`)
}
