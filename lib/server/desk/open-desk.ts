import "server-only"
import { headers } from "next/headers"
import { redirect } from "next/navigation"
import { currentSession, type Session } from "../auth/session.ts"

/** The session of a signed-in page, or the way to the sign-in page and back. */
export async function openDesk(path?: string): Promise<Session> {
  const session = await currentSession()
  if (session) return session
  const from = path ?? (await headers()).get("x-csops-path") ?? "/accounts"
  redirect(`/sign-in?next=${encodeURIComponent(from)}`)
}
