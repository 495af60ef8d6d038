import "server-only"
import { createHash, randomBytes } from "node:crypto"
import { openSession } from "#db/commands/sessions.ts"
import { beforeSignIn } from "#db/in-workspace.ts"
import { loginByEmail, takeSignInAttempt } from "#db/queries/sign-in.ts"
import type { LoginId } from "#lib/id.ts"
import { emailKey } from "#lib/identity/email-key.ts"
import { accept, type Outcome, refuse } from "#lib/outcome.ts"
import { log } from "#lib/platform/log.ts"
import { passwordMatches } from "./password.ts"

export type SignedIn = { readonly loginId: LoginId; readonly name: string; readonly sessionToken: string }

export const tokenHash = (token: string): Buffer => createHash("sha256").update(token).digest()

/**
 * Checks e-mail and password and opens a session. Guesses are counted per address, known or not, before
 * they are checked; the answer and its time do not tell whether the address exists.
 */
export async function signIn(given: {
  email: string
  password: string
  userAgent: string | null
}): Promise<Outcome<SignedIn, "wrong" | "too_many">> {
  const key = emailKey(given.email)
  if (key === null || given.password.length > 1_000) return refuse("wrong")
  const wait = await beforeSignIn((on) => takeSignInAttempt(on, key))
  if (wait > 0) {
    log().warn({ wait }, "sign-in refused: too many guesses for one address")
    return refuse("too_many", String(wait))
  }
  const login = await beforeSignIn((on) => loginByEmail(on, key))
  const right = await passwordMatches(login?.passwordHash ?? null, given.password)
  if (!right || !login) {
    log().warn("sign-in refused: wrong address or password")
    return refuse("wrong")
  }
  const sessionToken = randomBytes(32).toString("base64url")
  await beforeSignIn((on) =>
    openSession(on, {
      tokenHash: tokenHash(sessionToken),
      loginId: login.loginId,
      userAgent: given.userAgent,
    }),
  )
  return accept({ loginId: login.loginId, name: login.name, sessionToken })
}
