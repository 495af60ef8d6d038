import { type Caller, mintCaller } from "#lib/access/caller.ts"
import type { WorkspaceId } from "#lib/id.ts"
import { businessNow } from "#lib/platform/clock.ts"

/** A job of the product, acting in one workspace. Jobs carry ids only; the worker builds the caller. */
export const jobCaller = (workspaceId: WorkspaceId, name: string): Caller =>
  mintCaller({
    workspaceId,
    actor: { loginId: null, personId: null, name, role: "admin", via: "job" },
    scopes: null,
    sessionId: null,
    requestId: null,
    now: businessNow(),
  })
