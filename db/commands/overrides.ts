import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { AppError, notFound } from "#lib/errors.ts"
import { decideOverride, type HealthOverride, type OverrideRefusal } from "#lib/health/override.ts"
import type { Outcome } from "#lib/outcome.ts"
import { newId } from "#lib/platform/new-id.ts"
import type { Db } from "../client.ts"
import { scoreOn } from "../queries/health.ts"
import { healthOverride } from "../schema/health.ts"
import { refreshAccountList } from "./account-list.ts"
import { record } from "./record.ts"

export type SetOverride = {
  accountId: string
  score: number | null
  reason: string
  expiresAt: Date
  day: string
}

/** Puts a person's own judgement beside the computed score; the one in force until now ends. */
export async function setOverride(
  on: Db,
  caller: Caller,
  input: SetOverride,
): Promise<Outcome<HealthOverride, OverrideRefusal>> {
  assertCan(caller, "health.override")
  const { accountId } = input
  const authorId = caller.actor.loginId
  if (!authorId) throw new AppError("forbidden", "Only a signed-in person can judge an account.")
  const [locked] = await on.execute(sql`
    select id from account where workspace_id = ${caller.workspaceId} and id = ${accountId} for update`)
  const current = locked ? await scoreOn(on, caller, { accountId, day: input.day }) : null
  if (!locked || !current) throw notFound("account's score")
  const decision = decideOverride({
    input: { score: input.score, band: null, reason: input.reason, expiresAt: input.expiresAt },
    computed: current.score,
    author: caller.actor.name,
    now: caller.now,
  })
  if (!decision.ok) return decision
  const { value, reason, author, setAt, expiresAt } = decision.value
  const overrideId = newId()
  await on.execute(sql`
    update health_override set ended_at = ${setAt.toISOString()}
    where workspace_id = ${caller.workspaceId} and account_id = ${accountId} and ended_at is null
      and expires_at > ${setAt.toISOString()}`)
  await on.insert(healthOverride).values({
    workspaceId: caller.workspaceId,
    id: overrideId,
    accountId,
    value,
    reason,
    authorId,
    authorName: author,
    setAt,
    expiresAt,
  })
  await refreshAccountList(on, caller, [accountId])
  await record(on, caller, {
    type: "health.override_set",
    caseType: "account",
    caseId: accountId,
    accountId,
    payload: { overrideId, value, expiresAt: expiresAt.toISOString() },
  })
  return decision
}
