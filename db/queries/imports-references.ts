import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { sortKey } from "#lib/accounts/sort-key.ts"
import type { AccountId, PersonId } from "#lib/id.ts"
import { domainOf } from "#lib/imports/domain-of.ts"
import type { Db } from "../client.ts"

export type Reference<Id> = {
  readonly id: Id
  readonly externalId: string
  readonly name: string
}

/** "several" when two bear the name: then nobody can say which is meant. */
export type Resolved<Id> = Reference<Id> | "several" | "unknown"

type Hit = { given: string; id: string; externalId: string; name: string; rank: number }

/**
 * The accounts that texts of a file mean: by external id, else domain, else name whatever its case, accents and
 * spaces. Asked for as many texts at once as a batch of rows has.
 */
export async function accountsByReference(
  on: Db,
  caller: Caller,
  texts: readonly string[],
): Promise<Map<string, Resolved<AccountId>>> {
  const given = [...new Set(texts)]
  if (given.length === 0) return new Map()
  return bestOf<AccountId>(given, await accountHits(on, caller, given))
}

/** The external ids of all accounts that each text could mean when several bear it, in their order. */
export async function accountCandidates(
  on: Db,
  caller: Caller,
  texts: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const byText = Map.groupBy(await accountHits(on, caller, [...new Set(texts)]), ({ given }) => given)
  return new Map(
    [...byText].map(([text, hits]) => {
      const best = Math.min(...hits.map(({ rank }) => rank))
      const ids = hits.flatMap(({ rank, externalId }) => (rank === best ? [externalId] : []))
      return [text, [...new Set(ids)].sort()]
    }),
  )
}

async function accountHits(on: Db, caller: Caller, given: readonly string[]): Promise<readonly Hit[]> {
  const asked = sql`unnest(${sql.param(given)}::text[], ${sql.param(given.map(domainOf))}::text[],
    ${sql.param(given.map((text) => sortKey(folded(text))))}::text[]) as g(given, domain, name_key)`
  const columns = sql`g.given, a.id, a.external_id as "externalId", a.name`
  const hits = await on.execute<Hit>(sql`
    select ${columns}, 1 as rank from ${asked}
      join account a on a.workspace_id = ${caller.workspaceId} and a.external_id = g.given
    union all select ${columns}, 2 as rank from ${asked}
      join account a on a.workspace_id = ${caller.workspaceId} and a.domain = g.domain
    union all select ${columns}, 3 as rank from ${asked}
      join account a on a.workspace_id = ${caller.workspaceId} and a.name_key = g.name_key`)
  // Names that only sort alike, such as with and without an accent, are different names.
  return hits.filter(({ rank, given: text, name }) => rank < 3 || folded(text) === folded(name))
}

const folded = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, " ").slice(0, 200)

/** The people that texts of a file mean: by external id, else by name whatever its case. */
export async function peopleByReference(
  on: Db,
  caller: Caller,
  texts: readonly string[],
): Promise<Map<string, Resolved<PersonId>>> {
  const given = [...new Set(texts)]
  if (given.length === 0) return new Map()
  const hits = await on.execute<Hit>(sql`
    select g.given, p.id, p.external_id as "externalId", p.name,
      case when lower(p.external_id) = g.folded then 1 else 2 end as rank
    from unnest(${sql.param(given)}::text[], ${sql.param(given.map(folded))}::text[]) as g(given, folded)
      join person p on p.workspace_id = ${caller.workspaceId}
        and (lower(p.external_id) = g.folded or lower(p.name) = g.folded)`)
  return bestOf<PersonId>(given, hits)
}

function bestOf<Id extends string>(
  given: readonly string[],
  hits: readonly Hit[],
): Map<string, Resolved<Id>> {
  const found = new Map<string, { hit: Hit; isOnly: boolean }>()
  for (const hit of hits) {
    const best = found.get(hit.given)
    if (!best || hit.rank < best.hit.rank) found.set(hit.given, { hit, isOnly: true })
    else if (hit.rank === best.hit.rank && hit.id !== best.hit.id) best.isOnly = false
  }
  return new Map(
    given.map((text): [string, Resolved<Id>] => {
      const best = found.get(text)
      if (!best) return [text, "unknown"]
      const { id, externalId, name } = best.hit
      return [text, best.isOnly ? { id: id as Id, externalId, name } : "several"]
    }),
  )
}
