import type { Caller } from "#lib/access/caller.ts"
import { type AuditFilter, type AuditQuery, auditFilters } from "#lib/audit/audit-query.ts"
import type { Db } from "../client.ts"
import { auditCount } from "./audit.ts"

/** How many facts there are without each of several filters; a single one is taken off by clearing it. */
export async function auditWithoutEach(
  on: Db,
  caller: Caller,
  { query, timeZone }: { query: AuditQuery; timeZone: string },
): Promise<{ filter: AuditFilter; matching: number }[]> {
  const set = auditFilters.filter((filter) => query[filter] !== undefined)
  const found: { filter: AuditFilter; matching: number }[] = []
  for (const filter of set.length > 1 ? set : []) {
    const without = { ...query, [filter]: undefined }
    found.push({ filter, matching: await auditCount(on, caller, { query: without, timeZone }) })
  }
  return found
}
