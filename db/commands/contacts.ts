import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import type { ContactRole } from "#lib/contacts/schema.ts"
import { AppError } from "#lib/errors.ts"
import { newId } from "#lib/platform/new-id.ts"
import type { Db } from "../client.ts"
import { newSubjectKey, openContactField, openSubjectKey, sealContactField } from "../subject-keys.ts"
import { type Cause, causeOf } from "./cause.ts"
import { record } from "./record.ts"

export type ContactDraft = {
  readonly externalId: string
  readonly accountId: string
  readonly role: ContactRole
  /** 1 barely knows us to 5 speaks for us; null when nobody judged it. */
  readonly strength: number | null
  readonly lastContactOn: string | null
  readonly relationshipOwnerExternalId: string | null
  readonly leftOn: string | null
  readonly name: string
  readonly email: string | null
  readonly title: string | null
}

export type WrittenContacts = {
  readonly created: number
  readonly updated: number
  /** Contacts whose key was destroyed: an erased person does not come back by a later file. */
  readonly erased: number
  /** Contacts of an account that the workspace does not have. */
  readonly unknown: number
}

type Stored = {
  id: string
  external_id: string
  subject_key_id: string
  wrapped_key: Buffer | null
  name_sealed: Buffer
  email_sealed: Buffer | null
  title_sealed: Buffer | null
  plain: string
}

const sealedFields = ["name", "email", "title"] as const

/**
 * Creates or updates contacts by external id. Name, e-mail and title are sealed under a key of the person's own
 * before they reach the database; a contact that would not change keeps its sealed bytes.
 */
export async function writeContacts(
  on: Db,
  caller: Caller,
  { contacts, cause }: { contacts: readonly ContactDraft[]; cause?: Cause },
): Promise<WrittenContacts> {
  assertCan(caller, "account.write")
  assertDistinct(contacts)
  if (contacts.length === 0) return { created: 0, updated: 0, erased: 0, unknown: 0 }
  await on.execute(sql`select pg_advisory_xact_lock(hashtextextended(${caller.workspaceId}, 45))`)
  const accounts = await knownAccounts(on, caller, contacts)
  const owners = await personIds(on, caller, contacts)
  const stored = await storedContacts(on, caller, contacts)
  const rows: Record<string, unknown>[] = []
  const keys: Record<string, unknown>[] = []
  let erased = 0
  let unknown = 0
  for (const contact of contacts) {
    if (!accounts.has(contact.accountId)) {
      unknown += 1
      continue
    }
    const found = stored.get(contact.externalId)
    const plain = plainFields(contact, owners)
    if (!found) {
      const made = sealNew(caller, contact)
      keys.push(made.key)
      rows.push({ ...plain, ...made.row })
      continue
    }
    const key = openSubjectKey(caller.workspaceId, found.subject_key_id, found.wrapped_key)
    if (key === null) erased += 1
    else if (found.plain !== JSON.stringify(Object.values(plain)) || isRenamed(caller, found, key, contact))
      rows.push({ ...plain, ...sealedRow(caller, found.id, found.subject_key_id, key, contact) })
  }
  if (keys.length > 0) await insertKeys(on, caller, keys)
  if (rows.length > 0) {
    await upsert(on, caller, rows)
    await record(on, caller, {
      type: "contacts.written",
      ...causeOf(caller, cause),
      payload: { count: rows.length },
    })
  }
  return { created: keys.length, updated: rows.length - keys.length, erased, unknown }
}

function assertDistinct(contacts: readonly ContactDraft[]): void {
  const ids = new Set(contacts.map(({ externalId }) => externalId))
  if (ids.size < contacts.length)
    throw new AppError("invalid_input", "A contact is given twice. Give each external id once.")
}

/** In the order in which the database tells them, so that both sides compare as one text. */
const plainFields = (contact: ContactDraft, owners: ReadonlyMap<string, string>) => ({
  account_id: contact.accountId,
  external_id: contact.externalId,
  role: contact.role,
  strength: contact.strength,
  last_contact_on: contact.lastContactOn,
  relationship_owner_id: owners.get(contact.relationshipOwnerExternalId ?? "") ?? null,
  left_on: contact.leftOn,
})

async function storedContacts(
  on: Db,
  caller: Caller,
  contacts: readonly ContactDraft[],
): Promise<Map<string, Stored>> {
  const rows = await on.execute<Stored & { plain_fields: unknown[] }>(sql`
    select c.id, c.external_id, c.subject_key_id, k.wrapped_key, c.name_sealed, c.email_sealed, c.title_sealed,
      jsonb_build_array(c.account_id, c.external_id, c.role, c.strength, c.last_contact_on,
        c.relationship_owner_id, c.left_on) as plain_fields
    from contact c join subject_key k on k.workspace_id = c.workspace_id and k.id = c.subject_key_id
    where c.workspace_id = ${caller.workspaceId}
      and c.external_id = any (${sql.param(contacts.map(({ externalId }) => externalId))}::text[])`)
  return new Map(rows.map((row) => [row.external_id, { ...row, plain: JSON.stringify(row.plain_fields) }]))
}

async function knownAccounts(
  on: Db,
  caller: Caller,
  contacts: readonly ContactDraft[],
): Promise<ReadonlySet<string>> {
  const wanted = [...new Set(contacts.map(({ accountId }) => accountId))]
  const rows = await on.execute<{ id: string }>(sql`
    select id from account where workspace_id = ${caller.workspaceId} and id = any (${sql.param(wanted)}::uuid[])`)
  return new Set(rows.map(({ id }) => id))
}

async function personIds(
  on: Db,
  caller: Caller,
  contacts: readonly ContactDraft[],
): Promise<Map<string, string>> {
  const wanted = contacts.flatMap(({ relationshipOwnerExternalId: owner }) => (owner === null ? [] : [owner]))
  const rows = await on.execute<{ external_id: string; id: string }>(sql`
    select external_id, id from person where workspace_id = ${caller.workspaceId}
      and external_id = any (${sql.param([...new Set(wanted)])}::text[])`)
  return new Map(rows.map(({ external_id, id }) => [external_id, id]))
}

function isRenamed(caller: Caller, stored: Stored, key: Buffer, contact: ContactDraft): boolean {
  const at = { workspaceId: caller.workspaceId, contactId: stored.id }
  return sealedFields.some((column) => {
    const sealed = stored[`${column}_sealed`]
    return (sealed && openContactField(key, sealed, { ...at, column })) !== contact[column]
  })
}

function sealNew(caller: Caller, contact: ContactDraft) {
  const { key, row } = newSubjectKey(caller.workspaceId, newId())
  return {
    key: { ...row, wrappedKey: row.wrappedKey.toString("hex") },
    row: sealedRow(caller, newId(), row.id, key, contact),
  }
}

function sealedRow(caller: Caller, id: string, subjectKeyId: string, key: Buffer, contact: ContactDraft) {
  const at = { workspaceId: caller.workspaceId, contactId: id }
  const sealed = (column: (typeof sealedFields)[number]) => {
    const text = contact[column]
    return text === null ? null : sealContactField(key, text, { ...at, column }).toString("hex")
  }
  return {
    id,
    subject_key_id: subjectKeyId,
    name: sealed("name"),
    email: sealed("email"),
    title: sealed("title"),
  }
}

async function insertKeys(on: Db, caller: Caller, keys: readonly Record<string, unknown>[]): Promise<void> {
  await on.execute(sql`
    insert into subject_key (workspace_id, id, wrapped_key, master_key_version)
    select ${caller.workspaceId}, id, decode("wrappedKey", 'hex'), "masterKeyVersion"
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb)
      as g(id uuid, "wrappedKey" text, "masterKeyVersion" integer)`)
}

async function upsert(on: Db, caller: Caller, rows: readonly Record<string, unknown>[]): Promise<void> {
  await on.execute(sql`
    insert into contact (workspace_id, id, account_id, external_id, role, strength, last_contact_on,
      relationship_owner_id, left_on, subject_key_id, name_sealed, email_sealed, title_sealed)
    select ${caller.workspaceId}, id, account_id, external_id, role, strength, last_contact_on,
      relationship_owner_id, left_on, subject_key_id, decode(name, 'hex'), decode(email, 'hex'), decode(title, 'hex')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, account_id uuid, external_id text,
      role contact_role, strength smallint, last_contact_on date, relationship_owner_id uuid, left_on date,
      subject_key_id uuid, name text, email text, title text)
    on conflict (workspace_id, external_id) do update set account_id = excluded.account_id, role = excluded.role,
      strength = excluded.strength, last_contact_on = excluded.last_contact_on,
      relationship_owner_id = excluded.relationship_owner_id, left_on = excluded.left_on,
      name_sealed = excluded.name_sealed, email_sealed = excluded.email_sealed,
      title_sealed = excluded.title_sealed`)
}
