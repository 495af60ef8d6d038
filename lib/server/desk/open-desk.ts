import "server-only"
import { headers } from "next/headers"
import { redirect } from "next/navigation"
import { switchWorkspace } from "#db/commands/sessions.ts"
import { beforeSignIn } from "#db/in-workspace.ts"
import { currentSession, type Session } from "../auth/session.ts"

/** The session of a signed-in page, or the way to the sign-in page and back. */
export async function openDesk(path?: string): Promise<Session> {
  const session = await currentSession()
  if (session) return session
  const from = path ?? (await headers()).get("x-csops-path") ?? "/accounts"
  redirect(`/sign-in?next=${encodeURIComponent(from)}`)
}

type RawSearch = Readonly<Record<string, string | string[] | undefined>>

/**
 * The desk for a page whose address may name a workspace (`?ws=slug`, as shared links do): the session moves
 * there when the person is a member, and the address loses the parameter. A slug of no membership changes nothing.
 */
export async function openSharedDesk(path: string, search: RawSearch): Promise<Session> {
  const rest = new URLSearchParams()
  for (const [name, value] of Object.entries(search))
    if (name !== "ws" && typeof value === "string") rest.set(name, value)
  const clean = rest.size > 0 ? `${path}?${rest}` : path
  const asked = search.ws
  const session = await openDesk(typeof asked === "string" ? `${path}?ws=${asked}` : clean)
  if (typeof asked !== "string") return session
  if (asked !== session.workspaceSlug)
    await beforeSignIn((on) => switchWorkspace(on, session.tokenHash, asked))
  redirect(clean)
}
