import { sql } from "drizzle-orm"
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

/** Throws unless the schema is there and answers. */
export async function assertReady(on: Db): Promise<void> {
  await on.execute(sql`select auth_event_epoch()`)
}
