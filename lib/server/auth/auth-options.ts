import "server-only"
import type { NextAuthOptions } from "next-auth"
import Credentials from "next-auth/providers/credentials"
import { z } from "zod"
import { revokeSession } from "#db/commands/sessions.ts"
import { beforeSignIn } from "#db/in-workspace.ts"
import { AppError } from "#lib/errors.ts"
import { env } from "#lib/platform/env.ts"
import { log } from "#lib/platform/log.ts"
import { signIn, tokenHash } from "./sign-in.ts"

const credentials = z.object({ email: z.string(), password: z.string() })
const twoWeeksSeconds = 14 * 24 * 3_600

export const overHttps = (): boolean => env().NEXTAUTH_URL?.startsWith("https://") ?? false
export const sessionCookieName = (): string => (overHttps() ? "__Host-csops.session" : "csops.session")

/** The cookie carries a random session token and nothing else; who that is, is looked up per request. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET ?? "",
    session: { strategy: "jwt", maxAge: twoWeeksSeconds },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: overHttps() },
      },
    },
    logger: {
      error: (code, about) =>
        log().error({ code, about: about instanceof Error ? about.message : undefined }, "sign-in"),
      warn: (code) => log().debug({ code }, "sign-in"),
      debug: () => {},
    },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: async (given, request) => {
          const userAgent: unknown = request.headers?.["user-agent"]
          const typed = credentials.safeParse(given)
          if (!typed.success) return null
          const outcome = await signIn({
            ...typed.data,
            userAgent: typeof userAgent === "string" ? userAgent : null,
          }).catch((error: unknown) => {
            throw new Error(error instanceof AppError ? "Unavailable" : "Failed", { cause: error })
          })
          if (outcome.ok) return { id: outcome.value.sessionToken, name: outcome.value.name }
          if (outcome.reason === "too_many") throw new Error(`TooMany:${outcome.detail}`)
          return null
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : token),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        const sid: unknown = token?.sid
        if (typeof sid === "string") await beforeSignIn((on) => revokeSession(on, tokenHash(sid)))
      },
    },
  }
}
