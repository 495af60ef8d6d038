import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { inWorkspace } from "../in-workspace.ts"

const journaled = [
  "account",
  "product",
  "contract",
  "entitlement",
  "arr_movement",
  "subject_key",
  "contact",
  "touchpoint",
  "team",
  "person",
  "skill",
  "person_skill",
  "cost_rate",
  "measure",
  "signal",
] as const

/** One hash per table that an import may change, over every column of every row of the workspace. */
export async function tableHashes(caller: Caller): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const table of journaled) {
    const [row] = await inWorkspace(caller, (tx) =>
      tx.execute<{ count: number; hash: string | null }>(sql`
        select count(*)::integer as count, md5(string_agg(md5(t::text), '' order by t::text)) as hash
        from ${sql.identifier(table)} t where workspace_id = ${caller.workspaceId}`),
    )
    found[table] = `${row?.count ?? 0} ${row?.hash ?? ""}`
  }
  return found
}
