import { sql } from "drizzle-orm"
import type { Role } from "#lib/access/roles.ts"
import type { LoginId, PersonId, SessionId, WorkspaceId } from "#lib/id.ts"
import type { WorkspaceKind } from "#lib/workspaces/schema.ts"
import type { Db } from "../client.ts"

export type Login = { readonly loginId: LoginId; readonly name: string; readonly passwordHash: string }

export type SessionRow = {
  readonly sessionId: SessionId
  readonly loginId: LoginId
  readonly loginName: string
  readonly email: string
  readonly role: Role
  readonly personId: PersonId | null
  readonly workspaceId: WorkspaceId
  readonly workspaceSlug: string
  readonly workspaceName: string
  readonly workspaceKind: WorkspaceKind
  readonly timeZone: string
  readonly currency: string
  /** All that the person may move to, with the present one. */
  readonly workspaces: readonly WorkspaceChoice[]
}

export type WorkspaceChoice = { readonly slug: string; readonly name: string; readonly kind: WorkspaceKind }

/** Counts a guess; returns 0 when it may be checked, else the seconds until the next one is allowed. */
export async function takeSignInAttempt(on: Db, emailKey: string): Promise<number> {
  const [row] = await on.execute<{ wait: number }>(sql`select auth_take_attempt(${emailKey}) as wait`)
  return row?.wait ?? 0
}

export async function loginByEmail(on: Db, emailKey: string): Promise<Login | null> {
  const [row] = await on.execute<Login>(sql`
    select login_id as "loginId", name, password_hash as "passwordHash" from auth_login_by_email(${emailKey})`)
  return row ?? null
}

export async function sessionByTokenHash(on: Db, tokenHash: Buffer): Promise<SessionRow | null> {
  const [row] = await on.execute<SessionRow>(sql`
    select session_id as "sessionId", login_id as "loginId", login_name as "loginName", email, role,
      person_id as "personId", workspace_id as "workspaceId", workspace_slug as "workspaceSlug",
      workspace_name as "workspaceName", workspace_kind as "workspaceKind", time_zone as "timeZone", currency,
      (select coalesce(jsonb_agg(jsonb_build_object('slug', m.workspace_slug, 'name', m.workspace_name,
          'kind', m.workspace_kind)), '[]'::jsonb)
        from auth_memberships(${tokenHash}) m) as workspaces
    from auth_session(${tokenHash})`)
  return row ?? null
}

/** The workspace of each of these sessions that still holds; a session that is missing has ended. */
export async function liveSessions(on: Db, sessionIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await on.execute<{ session_id: string; workspace_id: string }>(sql`
    select session_id, workspace_id from auth_live_sessions(${`{${sessionIds.join(",")}}`}::uuid[])`)
  return new Map(rows.map((row) => [row.session_id, row.workspace_id]))
}
