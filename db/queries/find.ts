import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { type Found, mostFound } from "#lib/find/found.ts"
import type { Db } from "../client.ts"
import { foldedName } from "./account-list.ts"

/**
 * Accounts and people by a part of their name, at most eight of each: who is called exactly so first, then who begins
 * so, then who has a word that begins so, then who has it anywhere. An account is also found by its slug and its id in
 * the customer's own system. People who have left are found while they still own accounts.
 */
export async function found(on: Db, caller: Caller, { q }: { q: string }): Promise<Omit<Found, "views">> {
  const workspace = caller.workspaceId
  // In a select of its own it is made once, not for each row.
  const wanted = sql`(select ${foldedName(sql`${q}::text`)})`
  const rank = sql`case when fold = wanted then 0 when starts_with(fold, wanted) then 1
    when strpos(fold, ' ' || wanted) > 0 then 2 else 3 end`
  const accounts = await on.execute<Found["accounts"][number]>(sql`
    select a.slug, a.name, p.name as "ownerName"
    from (
      select account_id, name_key, ${rank} as rank from (
        select account_id, name_key, name_fold as fold, ${wanted} as wanted from account_list
        where workspace_id = ${workspace}) l
      where strpos(fold, wanted) > 0 or account_id = any (array(select id from account
        where workspace_id = ${workspace} and (slug = ${q} or external_id = ${q})))
      order by rank, name_key, account_id limit ${mostFound}
    ) l
    join account a on a.workspace_id = ${workspace} and a.id = l.account_id
    left join person p on p.workspace_id = ${workspace} and p.id = a.owner_id
    order by l.rank, l.name_key, l.account_id`)
  const people = await on.execute<Found["people"][number]>(sql`
    select id, name, position, accounts::int from (
      select id, name, position, ended_on, fold, ${wanted} as wanted, (select count(*) from account_list l
        where l.workspace_id = ${workspace} and l.owner_id = p.id) as accounts
      from (select id, name, position, ended_on, ${foldedName(sql`name`)} as fold from person
        where workspace_id = ${workspace}) p
      where strpos(fold, ${wanted}) > 0 offset 0
    ) p
    where ended_on is null or accounts > 0
    order by ${rank}, fold collate "C", id limit ${mostFound}`)
  return { accounts: [...accounts], people: [...people] }
}
