import { type Caller, mintCaller } from "#lib/access/caller.ts"
import type { WorkspaceId } from "#lib/id.ts"
import { businessNow } from "#lib/platform/clock.ts"

/** The product itself, reading the events of one workspace for streams whose sessions were checked. */
export const readerOf = (workspaceId: string): Caller =>
  mintCaller({
    workspaceId: workspaceId as WorkspaceId,
    actor: { loginId: null, personId: null, name: "Live stream", role: "viewer", via: "job" },
    scopes: null,
    sessionId: null,
    requestId: null,
    now: businessNow(),
  })
