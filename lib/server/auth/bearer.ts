import "server-only"
import { randomUUID } from "node:crypto"
import { beforeSignIn } from "#db/in-workspace.ts"
import { tokenByHash } from "#db/queries/api-clients.ts"
import { readBearer } from "#lib/access/bearer-header.ts"
import { type Caller, mintCaller } from "#lib/access/caller.ts"
import { TokenRefusal } from "#lib/access/token-refusal.ts"
import { businessNow } from "#lib/platform/clock.ts"
import { tokenHash } from "./sign-in.ts"

/**
 * The machine whose access token is in the Bearer header; null when there is no such header. A header that names
 * no living token is refused rather than ignored, so that a cookie never stands in for it.
 */
export async function callerFromBearer(headers: Headers): Promise<Caller | null> {
  const bearer = readBearer(headers.get("authorization"))
  if (!bearer.isBearer) return null
  const { token } = bearer
  const row = token === null ? null : await beforeSignIn((on) => tokenByHash(on, tokenHash(token)))
  if (!row)
    throw new TokenRefusal(
      "invalid_token",
      "The access token is unknown, expired or revoked. Ask for a new one at /api/oauth/token.",
    )
  return mintCaller({
    workspaceId: row.workspaceId,
    actor: { loginId: null, personId: null, name: row.clientName, role: null, via: "token" },
    scopes: row.scopes,
    sessionId: null,
    requestId: headers.get("x-request-id") ?? randomUUID(),
    now: businessNow(),
  })
}
