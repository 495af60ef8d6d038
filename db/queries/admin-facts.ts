import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { Db } from "../client.ts"

export type AdminFacts = {
  readonly sources: number
  /** Success profiles by name, whatever their versions. */
  readonly profiles: number
  readonly people: number
  readonly skills: number
  readonly models: readonly { readonly name: string; readonly version: number }[]
}

/** One fact for each page of Admin, read at once. */
export async function adminFacts(on: Db, caller: Caller): Promise<AdminFacts> {
  const own = sql`workspace_id = ${caller.workspaceId}`
  const [row] = await on.execute<AdminFacts>(sql`
    select (select count(*)::int from source where ${own}) as sources,
      (select count(distinct name)::int from success_profile where ${own}) as profiles,
      (select count(*)::int from person where ${own}) as people,
      (select count(*)::int from skill where ${own}) as skills,
      (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'version', version) order by rank, id), '[]'::jsonb)
        from health_model where ${own} and state = 'published') as models`)
  return row ?? { sources: 0, profiles: 0, people: 0, skills: 0, models: [] }
}
