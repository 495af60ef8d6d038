import "server-only"
import { randomUUID } from "node:crypto"
import { openApiToken } from "#db/commands/api-clients.ts"
import { beforeSignIn } from "#db/in-workspace.ts"
import { scopesOfClient } from "#db/queries/api-clients.ts"
import { accessTokenSeconds } from "#lib/access/api-client.ts"
import type { Scope } from "#lib/access/scopes.ts"
import {
  decideScopes,
  readTokenRequest,
  type TokenError,
  type TokenRequest,
  unknownClient,
} from "#lib/access/token-request.ts"
import { isUuid } from "#lib/id.ts"
import { accept, type Outcome, refuse } from "#lib/outcome.ts"
import { log } from "#lib/platform/log.ts"
import { asAppError, statusOf } from "../failure.ts"
import { limitedText } from "../limited-text.ts"
import { newOpaqueToken } from "./opaque-token.ts"
import { tokenHash } from "./sign-in.ts"

const longestBodyBytes = 16_384

type Issued = { readonly token: string; readonly scopes: readonly Scope[] }

/** The token endpoint of OAuth2 (RFC 6749, sections 4.4 and 5): client credentials in, a short-lived token out. */
export async function issueToken(request: Request): Promise<Response> {
  try {
    const outcome = await decided(request)
    if (!outcome.ok) return refusal(outcome.reason, outcome.detail ?? "")
    return reply(200, {
      access_token: outcome.value.token,
      token_type: "Bearer",
      expires_in: accessTokenSeconds,
      scope: outcome.value.scopes.join(" "),
    })
  } catch (error) {
    return failure(error)
  }
}

async function decided(request: Request): Promise<Outcome<Issued, TokenError>> {
  const body = await limitedText(request, longestBodyBytes)
  if (body === null)
    return refuse("invalid_request", `The form is not UTF-8, was cut, or has over ${longestBodyBytes} bytes.`)
  const asked = readTokenRequest({
    contentType: request.headers.get("content-type"),
    authorization: request.headers.get("authorization"),
    body,
  })
  return asked.ok ? opened(asked.value) : asked
}

async function opened({ clientId, clientSecret, scope }: TokenRequest): Promise<Outcome<Issued, TokenError>> {
  if (!isUuid(clientId)) return unknownClient()
  const secretHash = tokenHash(clientSecret)
  const held = await beforeSignIn((on) => scopesOfClient(on, { clientId, secretHash }))
  if (!held) {
    log().warn({ clientId }, "access token refused: unknown client or wrong secret")
    return unknownClient()
  }
  const granted = decideScopes(scope, held)
  if (!granted.ok) return granted
  const { text, hash } = newOpaqueToken()
  const isOpen = await beforeSignIn((on) =>
    openApiToken(on, {
      clientId,
      tokenHash: hash,
      scopes: granted.value,
      lifetimeSeconds: accessTokenSeconds,
    }),
  )
  return isOpen ? accept({ token: text, scopes: granted.value }) : unknownClient()
}

function refusal(error: TokenError, description: string): Response {
  const body = { error, error_description: description }
  if (error !== "invalid_client") return reply(400, body)
  return reply(401, body, { "www-authenticate": 'Basic realm="cs-ops", charset="UTF-8"' })
}

/** The standard has no words for our own trouble; these are those of its authorization endpoint (section 4.1.2.1). */
function failure(error: unknown): Response {
  const known = asAppError(error)
  if (known) {
    const retry = known.retryAfterSeconds ? { "retry-after": String(known.retryAfterSeconds) } : {}
    const body = { error: "temporarily_unavailable", error_description: known.message }
    return reply(statusOf[known.code], body, retry)
  }
  const diagnosticId = randomUUID().slice(0, 8)
  log().error({ err: error, diagnosticId }, "token endpoint failed")
  return reply(500, { error: "server_error", error_description: `Diagnostic id ${diagnosticId}.` })
}

function reply(status: number, body: unknown, extra: Record<string, string> = {}): Response {
  return Response.json(body, {
    status,
    headers: { "cache-control": "no-store", pragma: "no-cache", ...extra },
  })
}
