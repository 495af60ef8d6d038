import { type SQL, sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { readHealthRange } from "#lib/accounts/health-range.ts"
import { type AccountsQuery, ownerIsMe } from "#lib/accounts/list-query.ts"
import { isUuid } from "#lib/id.ts"
import { foldedName } from "./account-list.ts"

const dueWithinDays = 90
const quietForDays = 30

/** Whether a row of the list matches the query, for the caller on this day. */
export function listFilters(
  caller: Caller,
  { query, today }: { readonly query: AccountsQuery; readonly today: string },
): SQL {
  const parts = [sql`true`]
  if (query.q)
    parts.push(sql`(strpos(name_fold, ${foldedName(sql`${query.q}::text`)}) > 0 or account_id = (
      select a.id from account a where a.workspace_id = ${caller.workspaceId} and a.slug = ${query.q}))`)
  if (query.band) parts.push(sql`band = ${query.band}`)
  const range = query.health ? readHealthRange(query.health) : null
  if (range) parts.push(sql`health between ${range.from}::int and ${range.to}::int`)
  if (query.segment) parts.push(sql`segment = ${query.segment}`)
  if (query.stage) parts.push(sql`stage = ${query.stage}`)
  if (query.team) parts.push(isOwnedIn(caller, query.team))
  if (query.owner) parts.push(isOwnedBy(caller, query.owner))
  if (query.due) parts.push(sql`renews_on <= ${today}::date + ${dueWithinDays}::int`)
  if (query.quiet)
    parts.push(sql`(last_contact_on is null or last_contact_on <= ${today}::date - ${quietForDays}::int)`)
  if (query.lost) parts.push(sql`not is_lost`)
  return sql.join(parts, sql` and `)
}

/** Owned by somebody of a team. */
export const isOwnedIn = (caller: Caller, teamId: string): SQL => sql`owner_id in (
  select p.id from person p where p.workspace_id = ${caller.workspaceId} and p.team_id = ${teamId})`

/** Owned by a person, or by the one who asks; a login that is no person owns nothing. */
export function isOwnedBy(caller: Caller, asked: string): SQL {
  const owner = asked === ownerIsMe ? caller.actor.personId : asked
  return owner !== null && isUuid(owner) ? sql`owner_id = ${owner}` : sql`false`
}
