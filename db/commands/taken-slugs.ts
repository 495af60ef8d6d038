import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { AccountFields } from "#lib/accounts/schema.ts"
import { slugCandidates } from "#lib/imports/slug.ts"
import type { Db } from "../client.ts"

/**
 * The slugs that new accounts could collide with: their first choices, and for those whose choices are all gone
 * every numbered one.
 */
export async function takenSlugs(
  on: Db,
  caller: Caller,
  accounts: readonly AccountFields[],
): Promise<Set<string>> {
  const choices = accounts.map(({ name, externalId }) => slugCandidates(name, externalId))
  const taken = new Set<string>()
  const rows = await on.execute<{ slug: string }>(sql`
    select slug from account where workspace_id = ${caller.workspaceId}
      and slug = any (${sql.param(choices.flat())}::text[])`)
  for (const { slug } of rows) taken.add(slug)
  const met = new Set(taken)
  const crowded = choices.flatMap((slugs) => {
    const isCrowded = slugs.every((slug) => met.has(slug))
    for (const slug of slugs) met.add(slug)
    return isCrowded ? slugs.slice(0, 1) : []
  })
  if (crowded.length === 0) return taken
  const numbered = await on.execute<{ slug: string }>(sql`
    select a.slug from unnest(${sql.param([...new Set(crowded)])}::text[]) as g(own)
      join account a on a.workspace_id = ${caller.workspaceId} and a.slug like g.own || '-%'`)
  for (const { slug } of numbered) taken.add(slug)
  return taken
}
