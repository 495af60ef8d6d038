import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { can } from "#lib/access/policy.ts"
import { accept, type Outcome, refuse } from "#lib/outcome.ts"
import { decideMemberChange, type MemberRefusal, type MemberState } from "#lib/people/decide-member-change.ts"
import type { Db } from "../client.ts"
import { members } from "../queries/members.ts"
import { record } from "./record.ts"

export type MemberChange = {
  readonly loginId: string
  /** The state that the person saw: if it is another one by now, nothing is changed. */
  readonly seen: MemberState
  readonly wanted: MemberState
}

/**
 * Gives a login of the workspace another role, shuts it out or lets it in again. A role counts from the next request
 * on; a login that is shut out loses its sessions here at once.
 */
export async function changeMember(
  on: Db,
  caller: Caller,
  { loginId, seen, wanted }: MemberChange,
): Promise<Outcome<null, MemberRefusal>> {
  assertCan(caller, "member.write")
  await on.execute(sql`select pg_advisory_xact_lock(hashtextextended(${caller.workspaceId}, 47))`)
  const all = (await members(on, caller)).map((one) => ({
    loginId: one.loginId,
    role: one.role,
    isDisabled: one.disabledAt !== null,
  }))
  const decided = decideMemberChange({ all, loginId, seen, wanted })
  if (!decided.ok) return decided
  const before = decided.value
  const changes = [
    { field: "role", before: before.role, after: wanted.role },
    { field: "access", before: accessWord(before), after: accessWord(wanted) },
  ].filter((change) => change.before !== change.after)
  if (changes.length === 0) return accept(null)
  await on.execute(
    sql`select admin_set_member(${loginId}, ${wanted.role}::role, ${wanted.isDisabled}::boolean)`,
  )
  await record(on, caller, {
    type: "member.changed",
    caseType: "login",
    caseId: loginId,
    payload: { accountIds: [], loginId, changes },
  })
  return accept(null)
}

const accessWord = ({ isDisabled }: MemberState): string => (isDisabled ? "shut out" : "let in")

export const sessionRefusals = {
  no_such_session: "This session has ended already.",
} as const

/** Ends open sessions: one's own, or those in the workspace with the right to end any. Takes effect at once. */
export async function endSessions(
  on: Db,
  caller: Caller,
  { sessionIds }: { sessionIds: readonly string[] },
): Promise<Outcome<{ ended: number }, keyof typeof sessionRefusals>> {
  assertCan(caller, "account.read")
  const rows = await on.execute<{ login_id: string }>(sql`
    select login_id from admin_end_sessions(${`{${sessionIds.join(",")}}`}::uuid[], ${caller.actor.loginId},
      ${can(caller, "session.revoke_any")}::boolean)`)
  if (rows.length === 0) return refuse("no_such_session")
  for (const [loginId, ended] of Map.groupBy(rows, ({ login_id }) => login_id))
    await record(on, caller, {
      type: "sessions.ended",
      caseType: "login",
      caseId: loginId,
      payload: { accountIds: [], loginId, count: ended.length },
    })
  return accept({ ended: rows.length })
}
