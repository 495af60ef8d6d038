import { sql } from "drizzle-orm"
import journal from "../../drizzle/meta/_journal.json" with { type: "json" }
import type { Db } from "../client.ts"

export type RoleFacts = {
  readonly role: string
  readonly isSuperuser: boolean
  readonly bypassesRls: boolean
  readonly ownsTables: boolean
}

/** What the connected role could do beyond reading and writing rows; all three must be false for the app. */
export async function roleFacts(on: Db): Promise<RoleFacts> {
  const [row] = await on.execute<RoleFacts>(sql`
    select r.rolname as role, r.rolsuper as "isSuperuser", r.rolbypassrls as "bypassesRls",
      exists (select 1 from pg_class c join pg_roles o on o.oid = c.relowner
        where c.relnamespace = 'public'::regnamespace and pg_has_role(current_user, o.oid, 'member')) as "ownsTables"
    from pg_roles r where r.rolname = current_user`)
  if (!row) throw new Error("The database does not tell who is connected.")
  return row
}

/**
 * Throws unless the schema is there and has every migration that this version brings. One that is further passes:
 * during a deploy the older processes serve on.
 */
export async function assertReady(on: Db, wanted: number = journal.entries.length): Promise<void> {
  const [row] = await on.execute<{ applied: number }>(sql`select applied_migrations() as applied`)
  const applied = row?.applied ?? 0
  if (applied < wanted)
    throw new Error(`The database has ${applied} of the ${wanted} migrations that this version needs.`)
}
