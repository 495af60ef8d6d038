import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { fromPlain } from "#lib/frozen/plain.ts"
import { frozenFormat } from "#lib/frozen/schema.ts"
import type { Db } from "../client.ts"

export type FrozenView = {
  readonly madeAt: Date
  readonly author: string
  /** Parameters of the page's address when it was kept. */
  readonly query: string
  /** What the page's reader gave. */
  readonly shown: unknown
}

/** What was kept of a page; null when this workspace has no such thing, or not for this page, or in a shape of before. */
export async function frozenView(
  on: Db,
  caller: Caller,
  { id, path }: { id: string; path: string },
): Promise<FrozenView | null> {
  assertCan(caller, "account.read")
  const [row] = await on.execute<{ at: string; author: string; query: string; shown: unknown }>(sql`
    select made_at::text as at, author_name as author, query, shown from frozen_view
    where workspace_id = ${caller.workspaceId} and id = ${id} and path = ${path} and format = ${frozenFormat}`)
  return row
    ? { madeAt: new Date(row.at), author: row.author, query: row.query, shown: fromPlain(row.shown) }
    : null
}
