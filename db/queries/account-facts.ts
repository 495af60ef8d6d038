import { type SQL, sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"

/**
 * What lists and pages say of an account `a` beside its own columns: ARR and renewal as of `today`, and the day of
 * the last contact in the workspace's zone. `arr_cents` is null when no movement is known.
 */
export function accountFacts(caller: Caller, today: string): SQL {
  const workspace = caller.workspaceId
  return sql`
    (select sum(m.amount_cents) from arr_movement m where m.workspace_id = ${workspace}
      and m.account_id = a.id and m.effective_on <= ${today}::date)::float8 as arr_cents,
    (select min(c.ends_on) from contract c where c.workspace_id = ${workspace}
      and c.account_id = a.id and c.ends_on >= ${today}::date) as renews_on,
    (select max(t.happened_at) at time zone (select w.time_zone from workspace w where w.id = ${workspace})
      from touchpoint t where t.workspace_id = ${workspace} and t.account_id = a.id)::date as last_contact_on`
}
