import "server-only"
import { redirect } from "next/navigation"
import type { Db } from "#db/client.ts"
import { switchWorkspace } from "#db/commands/sessions.ts"
import { beforeSignIn, inWorkspace } from "#db/in-workspace.ts"
import type { Caller } from "#lib/access/caller.ts"
import { can, type Permission } from "#lib/access/policy.ts"
import { currentSession, type Session } from "../auth/session.ts"
import { type RawSearch, sharedAddress } from "./shared-address.ts"
import { pagePath, whileAvailable } from "./while-available.ts"

/** The session of a signed-in page, or the way to the sign-in page and back. */
export async function signedIn(path?: string): Promise<Session> {
  const session = await whileAvailable(currentSession)
  if (session) return session
  const from = path ?? (await pagePath())
  redirect(`/sign-in?next=${encodeURIComponent(from)}`)
}

/** The session that may see the page, or what its role lacks for it. */
export type Desk = (Session & { readonly missing: null }) | { readonly missing: Permission }

const deskFor = (session: Session, permission: Permission): Desk =>
  can(session.caller, permission) ? { ...session, missing: null } : { missing: permission }

/** The desk of a page that needs a permission: the same table that guards commands and endpoints decides. */
export const openDesk = async (permission: Permission, path?: string): Promise<Desk> =>
  deskFor(await signedIn(path), permission)

/** Reads what a page shows, in one short transaction of its caller. */
export const deskRead = <Value>(caller: Caller, work: (tx: Db) => Promise<Value>): Promise<Value> =>
  whileAvailable(() => inWorkspace(caller, work))

/**
 * The desk for a page whose address may name a workspace (`?ws=slug`, as shared links do): the session moves
 * there when the person is a member, and the address loses the parameter. A slug of no membership changes nothing.
 */
export async function openSharedDesk(permission: Permission, path: string, search: RawSearch): Promise<Desk> {
  const { workspace, whole, clean } = sharedAddress(path, search)
  const session = await signedIn(whole)
  if (workspace === null) return deskFor(session, permission)
  if (workspace !== session.workspaceSlug)
    await whileAvailable(() => beforeSignIn((on) => switchWorkspace(on, session.tokenHash, workspace)))
  redirect(clean)
}
