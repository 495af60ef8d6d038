import type { Db } from "#db/client.ts"
import { type ContactDraft, writeContacts } from "#db/commands/contacts.ts"
import { contactsToMatch, type StoredContact } from "#db/queries/imports-contacts.ts"
import type { Caller } from "#lib/access/caller.ts"
import { mergeStated } from "#lib/imports/merge-stated.ts"
import { newId } from "#lib/platform/new-id.ts"
import { createPeople } from "./create-people.ts"
import { type Match, onlyOne, withoutSeveral } from "./row-matches.ts"
import { type KindWriter, type Writing, withAccounts } from "./writing.ts"

/** Contacts by external id, else by account and e-mail, else by account and name. */
export function contactsWriter(writing: Writing): KindWriter<"contacts"> {
  const { caller, plan, cause, people } = writing
  const rule = { conflict: plan.conflict, has: (field: string) => field in plan.fields }
  return {
    async write(tx, rows) {
      const { found: all, rejected: strange } = await withAccounts(tx, writing, rows)
      const matches = await matchContacts(tx, caller, all)
      const { found, stored, rejected } = withoutSeveral(all, matches, strange)
      await createPeople(tx, writing, {
        field: "relationshipOwner",
        names: found.map(({ record }) => record.relationshipOwner),
      })
      const drafts = new Map<string, ContactDraft>()
      for (const [place, { record, account }] of found.entries()) {
        const known = stored[place] ?? null
        if (known && plan.conflict === "skip") continue
        const { account: _, ...stated } = {
          ...record,
          relationshipOwner: people.idOver(record.relationshipOwner, known?.relationshipOwner ?? null),
        }
        const merged = mergeStated(stated, known, rule)
        const twin = [...drafts.values()].find(
          (draft) => !record.externalId && isSame(draft, { account, record }),
        )
        const externalId = known?.externalId ?? twin?.externalId ?? record.externalId ?? newId()
        drafts.set(externalId, {
          ...merged,
          externalId,
          accountId: account.id,
          role: merged.role ?? known?.role ?? "user",
          relationshipOwnerExternalId: merged.relationshipOwner,
        })
      }
      const written = await writeContacts(tx, caller, { contacts: [...drafts.values()], cause })
      const { created, updated } = written
      return { created, updated, skipped: found.length - created - updated, signals: 0, rejected }
    },
  }
}

type Wanted = {
  readonly account: { readonly id: string }
  readonly record: {
    readonly externalId: string | null
    readonly email: string | null
    readonly name: string
  }
}

const folded = (text: string | null): string | null => text?.trim().toLowerCase() ?? null

const isSame = (
  contact: Pick<StoredContact, "accountId" | "email" | "name">,
  { account, record }: Wanted,
): boolean =>
  contact.accountId === account.id &&
  (record.email !== null && contact.email !== null
    ? folded(contact.email) === folded(record.email)
    : folded(contact.name) === folded(record.name))

/** The stored contact of each row: by id, else the one of its e-mail, else the one of its name. */
export async function matchContacts(
  tx: Db,
  caller: Caller,
  rows: readonly Wanted[],
): Promise<readonly Match<StoredContact>[]> {
  const stored = await contactsToMatch(tx, caller, {
    accountIds: [...new Set(rows.flatMap((row) => (row.record.externalId === null ? [row.account.id] : [])))],
    externalIds: rows.flatMap(({ record }) => record.externalId ?? []),
  })
  const byId = new Map(stored.map((contact) => [contact.externalId, contact]))
  const byAccount = Map.groupBy(stored, ({ accountId }) => accountId)
  return rows.map((row) => {
    if (row.record.externalId !== null) return byId.get(row.record.externalId) ?? null
    const alike = (byAccount.get(row.account.id) ?? []).filter((contact) => isSame(contact, row))
    const { email } = row.record
    const mailed = email === null ? [] : alike.filter((contact) => folded(contact.email) === folded(email))
    return onlyOne(mailed.length > 0 ? mailed : alike)
  })
}
