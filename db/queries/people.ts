import { and, asc, eq, exists } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { Db } from "../client.ts"
import { account } from "../schema/accounts.ts"
import { person } from "../schema/people.ts"

const mostOwners = 500

/** The people who own at least one account, by name. */
export async function ownerChoices(on: Db, caller: Caller): Promise<{ id: string; name: string }[]> {
  const owned = on
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.workspaceId, caller.workspaceId), eq(account.ownerId, person.id)))
  return on
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(and(eq(person.workspaceId, caller.workspaceId), exists(owned)))
    .orderBy(asc(person.name))
    .limit(mostOwners)
}
