import { authorizationServer } from "#lib/access/authorization-server.ts"
import { env } from "#lib/platform/env.ts"

export const dynamic = "force-dynamic"

/** Where and how machines get their tokens (RFC 8414). */
export function GET(): Response {
  const { NEXTAUTH_URL, PORT } = env()
  const issuer = new URL(NEXTAUTH_URL ?? `http://localhost:${PORT}`).origin
  return Response.json(authorizationServer(issuer), { headers: { "cache-control": "no-store" } })
}
