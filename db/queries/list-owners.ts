import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { Db } from "../client.ts"

const mostPeople = 1_000

export type AssignableOwner = {
  readonly id: string
  readonly name: string
  readonly position: string
  /** Accounts that the person owns now; lost ones are not counted. */
  readonly accounts: number
}

/** The people who can be given accounts, by name: those who work here, with how many accounts each owns. */
export async function assignableOwners(on: Db, caller: Caller): Promise<AssignableOwner[]> {
  const rows = await on.execute<AssignableOwner>(sql`
    select p.id, p.name, p.position, coalesce(l.accounts, 0) as accounts
    from person p
    left join (
      select owner_id, count(*)::int as accounts from account_list
      where workspace_id = ${caller.workspaceId} and owner_id is not null and not is_lost group by owner_id
    ) l on l.owner_id = p.id
    where p.workspace_id = ${caller.workspaceId} and p.ended_on is null
    order by lower(p.name) collate "C", p.id limit ${mostPeople}`)
  return [...rows]
}
