import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import {
  type AssignOwnerInput,
  type AssignOwnerRefusal,
  type ChosenAccounts,
  mostAssigned,
  type OwnersAssigned,
  type OwnersUndone,
  type UndoOwnersInput,
  type UndoOwnersRefusal,
  undoOwnersHours,
} from "#lib/accounts/assign-owner.ts"
import { undoOwnersWords } from "#lib/accounts/undo-owners-words.ts"
import { eventPayloads } from "#lib/events/schema.ts"
import { formatNumber } from "#lib/format/number.ts"
import { accept, type Outcome, refuse } from "#lib/outcome.ts"
import { newId } from "#lib/platform/new-id.ts"
import type { Db } from "../client.ts"
import { matchingAccounts } from "../queries/list-matching.ts"
import { workspaceClock } from "../queries/workspaces.ts"
import { refreshAccountList } from "./account-list.ts"
import { lockAccounts } from "./accounts.ts"
import { record } from "./record.ts"

/** Event readers are told the accounts themselves up to this many, else that any may have changed. */
const mostTold = 200

const uuids = (ids: readonly string[]) => sql`${`{${ids.join(",")}}`}::uuid[]`

/**
 * Gives accounts to a person, or to nobody, all or none of them. Imports write whole accounts, so it takes its turn
 * with them. What it replaced stands in its event, by which `undoOwners` finds the way back.
 */
export async function assignOwner(
  on: Db,
  caller: Caller,
  { chosen, ownerId, expected }: AssignOwnerInput,
): Promise<Outcome<OwnersAssigned, AssignOwnerRefusal>> {
  assertCan(caller, "account.write")
  await lockAccounts(on, caller)
  const ids = await chosenIds(on, caller, chosen)
  if (ids.length > mostAssigned) return refuse("too_many")
  if (ids.length === 0) return refuse("none_chosen")
  const accounts = await lockedOwners(on, caller, ids)
  if (accounts.length !== (expected ?? ids.length))
    return countChanged(accounts.length, expected ?? ids.length)
  const ownerName = ownerId === null ? null : await nameOfActive(on, caller, ownerId)
  if (ownerId !== null && ownerName === null) return refuse("nobody_such")
  const before = accounts.filter((account) => account.ownerId !== ownerId)
  const unchanged = accounts.length - before.length
  if (before.length === 0) return accept({ changed: 0, unchanged, ownerName, eventId: null })
  const changedIds = before.map(({ accountId }) => accountId)
  await on.execute(sql`
    update account set owner_id = ${ownerId}::uuid, updated_at = now(), version = version + 1
    where workspace_id = ${caller.workspaceId} and id = any (${uuids(changedIds)})`)
  await refreshAccountList(on, caller, changedIds)
  const eventId = newId()
  await record(on, caller, {
    id: eventId,
    type: "accounts.owner_assigned",
    caseType: "owner_assignment",
    caseId: eventId,
    payload: { ownerId, before, accountIds: changedIds.slice(0, mostTold) },
  })
  return accept({ changed: before.length, unchanged, ownerName, eventId })
}

/**
 * Takes an assignment back: accounts that still have the owner it gave get their former one, and are again byte for
 * byte what they were where nothing else of them changed since. The others stay as they are and are counted.
 */
export async function undoOwners(
  on: Db,
  caller: Caller,
  { eventId }: UndoOwnersInput,
): Promise<Outcome<OwnersUndone, UndoOwnersRefusal>> {
  assertCan(caller, "account.write")
  await lockAccounts(on, caller)
  const done = await assignmentOf(on, caller, eventId)
  if (!done) return refuse("nothing_to_undo")
  if (done.isTooOld) return refuse("too_late")
  if (done.isUndone) return refuse("already_undone")
  const { before, ownerId } = done.payload
  await lockedOwners(
    on,
    caller,
    before.map(({ accountId }) => accountId),
  )
  const restored = await on.execute<{ id: string }>(sql`
    update account a set owner_id = was."ownerId",
      version = case when a.version = was.version + 1 then was.version else a.version + 1 end,
      updated_at = case when a.version = was.version + 1 then was."updatedAt" else now() end
    from jsonb_to_recordset(${JSON.stringify(before)}::jsonb)
      as was("accountId" uuid, "ownerId" uuid, version integer, "updatedAt" timestamptz)
    where a.workspace_id = ${caller.workspaceId} and a.id = was."accountId"
      and a.owner_id is not distinct from ${ownerId}::uuid
      and (was."ownerId" is null or exists (
        select 1 from person p where p.workspace_id = ${caller.workspaceId} and p.id = was."ownerId"))
    returning a.id`)
  const counts = { restored: restored.length, leftAlone: before.length - restored.length }
  if (counts.restored === 0) return refuse("changed_since")
  const restoredIds = restored.map(({ id }) => id).toSorted()
  await refreshAccountList(on, caller, restoredIds)
  await record(on, caller, {
    type: "accounts.owner_restored",
    caseType: "owner_assignment",
    caseId: eventId,
    payload: { eventId, ...counts, accountIds: restoredIds.slice(0, mostTold) },
  })
  return accept({ ...counts, words: undoOwnersWords(counts) })
}

async function chosenIds(on: Db, caller: Caller, chosen: ChosenAccounts): Promise<string[]> {
  if ("accountIds" in chosen) return [...new Set(chosen.accountIds)]
  const { today } = await workspaceClock(on, caller)
  return matchingAccounts(on, caller, { query: chosen.query, today, atMost: mostAssigned + 1 })
}

function countChanged(found: number, expected: number) {
  const match = found === 1 ? "account matches" : "accounts match"
  return refuse(
    "count_changed",
    `${formatNumber(found)} ${match} now, not ${formatNumber(expected)}. Look at the list and choose again.`,
  )
}

type OwnerBefore = {
  readonly accountId: string
  readonly ownerId: string | null
  readonly version: number
  readonly updatedAt: string
}

/** The accounts of these that exist, held in the order of their ids. */
async function lockedOwners(on: Db, caller: Caller, ids: readonly string[]): Promise<OwnerBefore[]> {
  const rows = await on.execute<OwnerBefore>(sql`
    select id as "accountId", owner_id as "ownerId", version, updated_at::text as "updatedAt" from account
    where workspace_id = ${caller.workspaceId} and id = any (${uuids(ids)}) order by id for update`)
  return [...rows]
}

/** The name of a person who works here, held so that nobody ends the employment meanwhile; else null. */
async function nameOfActive(on: Db, caller: Caller, personId: string): Promise<string | null> {
  const [row] = await on.execute<{ name: string }>(sql`
    select name from person
    where workspace_id = ${caller.workspaceId} and id = ${personId} and ended_on is null for share`)
  return row?.name ?? null
}

/** What an assignment's event says of it. Events are found by their time, so only recent ones are looked through. */
async function assignmentOf(on: Db, caller: Caller, eventId: string) {
  const [row] = await on.execute<{ payload: unknown; business_at: string; is_undone: boolean }>(sql`
    select e.payload, e.business_at::text, exists (
      select 1 from event u where u.workspace_id = ${caller.workspaceId} and u.at >= e.at
        and u.type = 'accounts.owner_restored' and u.case_id = e.case_id) as is_undone
    from event e
    where e.workspace_id = ${caller.workspaceId} and e.id = ${eventId} and e.type = 'accounts.owner_assigned'
      and e.at > now() - interval '32 days'`)
  if (!row) return null
  const age = caller.now.getTime() - new Date(row.business_at).getTime()
  return {
    payload: eventPayloads["accounts.owner_assigned"].parse(row.payload),
    isTooOld: age > undoOwnersHours * 3_600_000,
    isUndone: row.is_undone,
  }
}
