import { sql } from "drizzle-orm"
import {
  type AccessAnswered,
  type AccessAsked,
  type answerRefusals,
  decideAnswer,
} from "#lib/access/access-request.ts"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { can } from "#lib/access/policy.ts"
import { rolesWith } from "#lib/access/waiting-requests.ts"
import { AppError, notFound } from "#lib/errors.ts"
import { type Accepted, accept, type Outcome } from "#lib/outcome.ts"
import { newId } from "#lib/platform/new-id.ts"
import type { Db } from "../client.ts"
import { members } from "../queries/members.ts"
import { accessRequest } from "../schema/access.ts"
import { record } from "./record.ts"

export type Asked = {
  readonly askedAt: Date
  /** False when the same waits already. */
  readonly isNew: boolean
  /** True when the role allows it by now: it was granted after the page was made. */
  readonly isAllowed: boolean
  /** Who is let in and can grant it, by name. */
  readonly grantors: readonly string[]
}

const holdRequests = (on: Db, caller: Caller) =>
  on.execute(sql`select pg_advisory_xact_lock(hashtextextended(${caller.workspaceId}, 49))`)

/** Asks those who give roles for a permission that the own role lacks. Who asks twice has asked once. */
export async function askForAccess(
  on: Db,
  caller: Caller,
  { permission }: AccessAsked,
): Promise<Accepted<Asked>> {
  assertCan(caller, "access.request")
  const { loginId } = caller.actor
  if (loginId === null) throw new AppError("forbidden", "Only people may ask for access.")
  await holdRequests(on, caller)
  const [open] = await on.execute<{ askedAt: string }>(sql`
    select asked_at::text as "askedAt" from access_request where workspace_id = ${caller.workspaceId}
      and login_id = ${loginId} and permission = ${permission} and declined_at is null`)
  const mayGrant = rolesWith("member.write")
  const grantors = (await members(on, caller))
    .filter((one) => one.disabledAt === null && !one.isLoginDisabled && mayGrant.includes(one.role))
    .map(({ name }) => name)
  const told = { isAllowed: can(caller, permission), grantors }
  if (open) return accept({ ...told, askedAt: new Date(open.askedAt), isNew: false })
  const id = newId()
  const { workspaceId, now: askedAt } = caller
  await on.insert(accessRequest).values({ workspaceId, id, loginId, permission, askedAt })
  await tell(on, caller, { type: "access.requested", id, loginId, permission })
  return accept({ ...told, askedAt, isNew: true })
}

/** Declines a request, or lets it wait again. Granting needs no answer: a role that allows it is one. */
export async function answerAccess(
  on: Db,
  caller: Caller,
  { requestId, isDeclined }: AccessAnswered,
): Promise<Outcome<null, keyof typeof answerRefusals>> {
  assertCan(caller, "member.write")
  await holdRequests(on, caller)
  const [stored] = await on.execute<{
    loginId: string
    permission: string
    isDeclined: boolean
    isAskedAgain: boolean
  }>(sql`
    select r.login_id as "loginId", r.permission, r.declined_at is not null as "isDeclined",
      exists (select 1 from access_request o where o.workspace_id = r.workspace_id and o.login_id = r.login_id
        and o.permission = r.permission and o.declined_at is null and o.id <> r.id) as "isAskedAgain"
    from access_request r where r.workspace_id = ${caller.workspaceId} and r.id = ${requestId}`)
  if (!stored) throw notFound("request")
  const decided = decideAnswer(stored, { isDeclined })
  if (!decided.ok) return decided
  const declinedAt = isDeclined ? caller.now.toISOString() : null
  await on.execute(sql`
    update access_request set declined_at = ${declinedAt}::timestamptz
    where workspace_id = ${caller.workspaceId} and id = ${requestId}`)
  const { loginId, permission } = stored
  const type = isDeclined ? "access.declined" : "access.reopened"
  await tell(on, caller, { type, id: requestId, loginId, permission })
  return accept(null)
}

const tell = (
  on: Db,
  caller: Caller,
  fact: {
    type: "access.requested" | "access.declined" | "access.reopened"
    id: string
    loginId: string
    permission: string
  },
): Promise<void> =>
  record(on, caller, {
    type: fact.type,
    caseType: "access_request",
    caseId: fact.id,
    payload: { accountIds: [], loginId: fact.loginId, permission: fact.permission },
  })
