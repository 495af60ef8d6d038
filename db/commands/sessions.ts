import { sql } from "drizzle-orm"
import type { LoginId } from "#lib/id.ts"
import { newId } from "#lib/platform/new-id.ts"
import type { Db } from "../client.ts"

/** Opens a session in the workspace the person used last. Sessions are exempt from the event log. */
export async function openSession(
  on: Db,
  { tokenHash, loginId, userAgent }: { tokenHash: Buffer; loginId: LoginId; userAgent: string | null },
): Promise<void> {
  await on.execute(sql`
    select auth_open_session(${newId()}, ${tokenHash}, ${loginId}, ${userAgent}, interval '14 days')`)
}

export async function revokeSession(on: Db, tokenHash: Buffer): Promise<void> {
  await on.execute(sql`select auth_revoke_session(${tokenHash})`)
}

/** Moves the session to another workspace of the same person; false when there is no such membership. */
export async function switchWorkspace(on: Db, tokenHash: Buffer, slug: string): Promise<boolean> {
  if (slug.includes("\0")) return false
  const [row] = await on.execute<{ switched: boolean }>(sql`
    select auth_switch_workspace(${tokenHash}, ${slug}) as switched`)
  return row?.switched ?? false
}
