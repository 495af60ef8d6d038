import "server-only"
import { redirect } from "next/navigation"
import { cache } from "react"
import type { Db } from "#db/client.ts"
import { switchWorkspace } from "#db/commands/sessions.ts"
import { beforeSignIn, inWorkspace } from "#db/in-workspace.ts"
import { eventHorizon } from "#db/queries/events.ts"
import type { Caller } from "#lib/access/caller.ts"
import { can, type Permission } from "#lib/access/policy.ts"
import type { EventCursor } from "#lib/events/cursor.ts"
import { currentSession, type Session } from "../auth/session.ts"
import { type RawSearch, sharedAddress } from "./shared-address.ts"
import { type Share, sharedRead } from "./shared-read.ts"
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

/** Where the live stream of this page begins: read once, and before anything else, so that nothing falls between. */
export const pageHorizon = cache(() =>
  whileAvailable(() => shareHorizon("", () => beforeSignIn((on) => eventHorizon(on)))),
)

const shareHorizon = sharedRead<EventCursor>()

/** Reads what a page shows, in one short transaction of its caller. */
export async function deskRead<Value>(caller: Caller, work: (tx: Db) => Promise<Value>): Promise<Value> {
  await pageHorizon()
  return whileAvailable(() => inWorkspace(caller, work))
}

/** The same, read once for all pages that ask for it at the same moment. The key names all that the work depends on. */
export async function sharedDeskRead<Value>(
  { caller, share, key }: { caller: Caller; share: Share<Value>; key: readonly unknown[] },
  work: (tx: Db) => Promise<Value>,
): Promise<Value> {
  await pageHorizon()
  const whole = JSON.stringify([caller.workspaceId, ...key])
  return whileAvailable(() => share(whole, () => inWorkspace(caller, work)))
}

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
