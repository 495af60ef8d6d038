import "server-only"
import { randomUUID } from "node:crypto"
import { cookies, headers } from "next/headers"
import { decode } from "next-auth/jwt"
import { cache } from "react"
import { beforeSignIn } from "#db/in-workspace.ts"
import { type SessionRow, sessionByTokenHash } from "#db/queries/sign-in.ts"
import { type Caller, mintCaller } from "#lib/access/caller.ts"
import { businessNow } from "#lib/platform/clock.ts"
import { env } from "#lib/platform/env.ts"
import { sessionCookieName } from "./auth-options.ts"
import { tokenHash } from "./sign-in.ts"

export type Session = SessionRow & { readonly tokenHash: Buffer; readonly caller: Caller }

/** The session behind this request's cookie, or null. Bearer headers are never read here. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const cookie = (await cookies()).get(sessionCookieName())?.value
  if (!cookie) return null
  const hash = await hashFromCookie(cookie)
  if (!hash) return null
  const row = await beforeSignIn((on) => sessionByTokenHash(on, hash))
  if (!row) return null
  const requestId = (await headers()).get("x-request-id") ?? randomUUID()
  return { ...row, tokenHash: hash, caller: callerOf(row, requestId) }
})

async function hashFromCookie(cookie: string): Promise<Buffer | null> {
  const token = await decode({ token: cookie, secret: env().NEXTAUTH_SECRET ?? "" }).catch(() => null)
  const sid: unknown = token?.sid
  return typeof sid === "string" ? tokenHash(sid) : null
}

function callerOf(row: SessionRow, requestId: string): Caller {
  return mintCaller({
    workspaceId: row.workspaceId,
    actor: {
      loginId: row.loginId,
      personId: row.personId,
      name: row.loginName,
      role: row.role,
      via: "session",
    },
    scopes: null,
    sessionId: row.sessionId,
    requestId,
    now: businessNow(),
  })
}
