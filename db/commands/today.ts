import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { AppError } from "#lib/errors.ts"
import { accept, type Outcome } from "#lib/outcome.ts"
import type { MarkInput } from "#lib/today/schema.ts"
import { snoozeDay } from "#lib/today/snooze-day.ts"
import type { Db } from "../client.ts"
import { workspaceClock } from "../queries/workspaces.ts"
import { record } from "./record.ts"

/** Puts one thing away from the caller's own list of today: as done, or until a day. Nobody else's list changes. */
export async function putAwayToday(
  on: Db,
  caller: Caller,
  input: MarkInput,
): Promise<Outcome<{ untilDay: string | null }, never>> {
  assertCan(caller, "view.write")
  const loginId = loginOf(caller)
  const { itemKey, kind } = input
  const { today } = await workspaceClock(on, caller)
  const untilDay = input.kind === "snoozed" ? snoozeDay(input.snooze, today) : null
  await on.execute(sql`
    insert into today_mark (workspace_id, login_id, item_key, kind, until_day, marked_at)
    values (${caller.workspaceId}, ${loginId}, ${itemKey}, ${kind}, ${untilDay}::date, ${caller.now.toISOString()})
    on conflict (workspace_id, login_id, item_key) do update
      set kind = excluded.kind, until_day = excluded.until_day, marked_at = excluded.marked_at`)
  await record(on, caller, {
    type: "today.put_away",
    caseType: "today",
    caseId: itemKey,
    // Named accounts are looked at again by everybody who sees them, and none of theirs has changed.
    payload: { accountIds: [], kind, untilDay },
  })
  return accept({ untilDay })
}

/** Brings a thing back to the caller's list; one that is not away stays where it is, and nothing is recorded. */
export async function bringBackToday(
  on: Db,
  caller: Caller,
  { itemKey }: { itemKey: string },
): Promise<Outcome<null, never>> {
  assertCan(caller, "view.write")
  const [gone] = await on.execute<{ kind: string }>(sql`
    delete from today_mark
    where workspace_id = ${caller.workspaceId} and login_id = ${loginOf(caller)} and item_key = ${itemKey}
    returning kind`)
  if (!gone) return accept(null)
  await record(on, caller, {
    type: "today.brought_back",
    caseType: "today",
    caseId: itemKey,
    payload: { accountIds: [], kind: gone.kind },
  })
  return accept(null)
}

function loginOf({ actor }: Caller): string {
  if (!actor.loginId) throw new AppError("forbidden", "Only a signed-in person has a list of today.")
  return actor.loginId
}
