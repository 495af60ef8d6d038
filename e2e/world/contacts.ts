import { newSubjectKey, sealContactField } from "#db/subject-keys.ts"
import { newId } from "#lib/platform/new-id.ts"
import { database } from "./database.ts"
import type { TestWorkspace } from "./workspace.ts"

/** A contact with sealed personal fields; there is no command for contacts yet, so the owner writes it. */
export async function addContact(
  workspace: TestWorkspace,
  { accountId, name, email }: { accountId: string; name: string; email: string },
): Promise<void> {
  const { owner } = database()
  const id = newId()
  const { key, row } = newSubjectKey(workspace.id, newId())
  const place = { workspaceId: workspace.id, contactId: id }
  await owner`
    insert into subject_key (workspace_id, id, wrapped_key, master_key_version)
    values (${row.workspaceId}, ${row.id}, ${row.wrappedKey}, ${row.masterKeyVersion})`
  await owner`
    insert into contact (workspace_id, id, account_id, external_id, role, subject_key_id, name_sealed, email_sealed)
    values (${workspace.id}, ${id}, ${accountId}, ${id}, 'champion', ${row.id},
      ${sealContactField(key, name, { ...place, column: "name" })},
      ${sealContactField(key, email, { ...place, column: "email" })})`
}
