import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { Role } from "#lib/access/roles.ts"
import type { Db } from "../client.ts"

export type Member = {
  readonly loginId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  /** Since when the login is shut out of this workspace; null while it is let in. */
  readonly disabledAt: Date | null
  /** True when the sign-in itself is shut, in every workspace. */
  readonly isLoginDisabled: boolean
  readonly openSessions: number
  readonly lastSeenAt: Date | null
}

type RawMember = Omit<Member, "disabledAt" | "lastSeenAt"> & {
  disabledAt: string | null
  lastSeenAt: string | null
}

const mostMembers = 500

/** The logins of the caller's workspace, by name. */
export async function members(on: Db, _caller: Caller): Promise<Member[]> {
  const rows = await on.execute<RawMember>(sql`
    select login_id as "loginId", name, email, role, disabled_at::text as "disabledAt",
      is_login_disabled as "isLoginDisabled", open_sessions as "openSessions", last_seen_at::text as "lastSeenAt"
    from admin_members() order by name, login_id limit ${mostMembers}`)
  return rows.map((row) => ({
    ...row,
    disabledAt: row.disabledAt === null ? null : new Date(row.disabledAt),
    lastSeenAt: row.lastSeenAt === null ? null : new Date(row.lastSeenAt),
  }))
}

export type OpenSession = {
  readonly sessionId: string
  readonly loginId: string
  readonly name: string
  readonly userAgent: string | null
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  /** False for a session of one's own that stands in another workspace. */
  readonly isHere: boolean
}

type RawSession = Omit<OpenSession, "createdAt" | "lastSeenAt" | "expiresAt"> &
  Record<"createdAt" | "lastSeenAt" | "expiresAt", string>

const mostSessions = 500

/** Open sessions, the last seen first: one's own, wherever they stand, and with `ofAll` those in the workspace. */
export async function openSessions(
  on: Db,
  caller: Caller,
  { ofAll }: { ofAll: boolean },
): Promise<OpenSession[]> {
  const rows = await on.execute<RawSession>(sql`
    select session_id as "sessionId", login_id as "loginId", name, user_agent as "userAgent",
      created_at::text as "createdAt", last_seen_at::text as "lastSeenAt", expires_at::text as "expiresAt",
      is_here as "isHere"
    from admin_sessions(${caller.actor.loginId})
    where ${ofAll}::boolean or login_id = ${caller.actor.loginId}
    order by last_seen_at desc, session_id limit ${mostSessions}`)
  return rows.map((row) => ({
    ...row,
    createdAt: new Date(row.createdAt),
    lastSeenAt: new Date(row.lastSeenAt),
    expiresAt: new Date(row.expiresAt),
  }))
}
