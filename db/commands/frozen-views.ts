import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { AppError } from "#lib/errors.ts"
import { toPlain } from "#lib/frozen/plain.ts"
import {
  type FreezeInput,
  type FreezeRefusal,
  type Frozen,
  frozenFormat,
  mostFrozenADay,
  mostFrozenCharacters,
} from "#lib/frozen/schema.ts"
import { accept, type Outcome, refuse } from "#lib/outcome.ts"
import { newId } from "#lib/platform/new-id.ts"
import type { Db } from "../client.ts"
import { storableJson } from "../storable-json.ts"
import { record } from "./record.ts"

/** Keeps what a page shows, as its reader gave it in this very transaction. What is kept is never changed. */
export async function freezeView(
  on: Db,
  caller: Caller,
  { path, query, shown }: FreezeInput & { shown: unknown },
): Promise<Outcome<Frozen, FreezeRefusal>> {
  assertCan(caller, "view.write")
  const { loginId, name } = caller.actor
  if (!loginId) throw new AppError("forbidden", "Only a signed-in person can keep a page.")
  // Two tabs of one person take turns, so that together they keep no more than allowed.
  await on.execute(sql`select pg_advisory_xact_lock(hashtextextended(${loginId}, 44))`)
  const madeAt = caller.now.toISOString()
  const [kept] = await on.execute<{ count: number }>(sql`
    select count(*)::int as count from frozen_view where workspace_id = ${caller.workspaceId}
      and login_id = ${loginId} and made_at > ${madeAt}::timestamptz - interval '1 day'`)
  if ((kept?.count ?? 0) >= mostFrozenADay) return refuse("too_many")
  const text = storableJson(toPlain(shown))
  if (text.length > mostFrozenCharacters) return refuse("too_large")
  const id = newId()
  await on.execute(sql`
    insert into frozen_view (workspace_id, id, path, query, format, shown, login_id, author_name, made_at)
    values (${caller.workspaceId}, ${id}, ${path}, ${query}, ${frozenFormat}, ${text}::jsonb, ${loginId}, ${name},
      ${madeAt}::timestamptz)`)
  await record(on, caller, {
    type: "view.frozen",
    caseType: "view",
    caseId: id,
    payload: { page: path, scope: "frozen", accountIds: [] },
  })
  return accept({ id, madeAt })
}
