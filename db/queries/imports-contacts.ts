import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import type { ContactRole } from "#lib/contacts/schema.ts"
import type { Db } from "../client.ts"
import { openContactField, openSubjectKey } from "../subject-keys.ts"

export type StoredContact = {
  readonly externalId: string
  readonly accountId: string
  readonly role: ContactRole
  readonly strength: number | null
  readonly lastContactOn: string | null
  /** External id of a person. */
  readonly relationshipOwner: string | null
  readonly leftOn: string | null
  readonly name: string
  readonly email: string | null
  readonly title: string | null
}

type Sealed = Omit<StoredContact, "name" | "email" | "title"> & {
  id: string
  key_id: string
  wrapped_key: Buffer | null
  name_sealed: Buffer
  email_sealed: Buffer | null
  title_sealed: Buffer | null
}

/**
 * The contacts of these accounts and of these external ids with their fields unsealed, so that a row of a file finds
 * its contact by e-mail or name. For matching alone: nobody is shown them. Erased ones are left out.
 */
export async function contactsToMatch(
  on: Db,
  caller: Caller,
  { accountIds, externalIds }: { accountIds: readonly string[]; externalIds: readonly string[] },
): Promise<StoredContact[]> {
  const rows = await on.execute<Sealed>(sql`
    select c.id, c.external_id as "externalId", c.account_id as "accountId", c.role, c.strength,
      c.last_contact_on::text as "lastContactOn", p.external_id as "relationshipOwner", c.left_on::text as "leftOn",
      k.id as key_id, k.wrapped_key, c.name_sealed, c.email_sealed, c.title_sealed
    from contact c
      join subject_key k on k.workspace_id = c.workspace_id and k.id = c.subject_key_id
      left join person p on p.workspace_id = c.workspace_id and p.id = c.relationship_owner_id
    where c.workspace_id = ${caller.workspaceId}
      and (c.account_id = any (${`{${accountIds.join(",")}}`}::uuid[])
        or c.external_id = any (${sql.param(externalIds)}::text[]))`)
  return rows.flatMap(({ id, key_id, wrapped_key, name_sealed, email_sealed, title_sealed, ...plain }) => {
    const key = openSubjectKey(caller.workspaceId, key_id, wrapped_key)
    if (key === null) return []
    const at = { workspaceId: caller.workspaceId, contactId: id }
    const open = (sealed: Buffer | null, column: "name" | "email" | "title") =>
      sealed && openContactField(key, sealed, { ...at, column })
    return [
      {
        ...plain,
        name: open(name_sealed, "name") ?? "",
        email: open(email_sealed, "email"),
        title: open(title_sealed, "title"),
      },
    ]
  })
}
