import { contactsOf } from "#db/queries/account-detail.ts"
import type { Caller } from "#lib/access/caller.ts"
import { withPersonal } from "#lib/frozen/without-personal.ts"
import { deskRead } from "#lib/server/desk/open-desk.ts"
import { openFrozen } from "#lib/server/desk/open-frozen.ts"
import type { Search } from "#lib/urls/left-out.ts"
import type { ReadAccount } from "./read-account.ts"

/** What a frozen link keeps of an account's page. */
type AccountShown = {
  readonly found: ReadAccount
  readonly place: { readonly currency: string; readonly timeZone: string }
}

/** An account's page as it was kept; its contacts have the names that the reader may see today. */
export async function openFrozenAccount(caller: Caller, path: string, search: Search) {
  const frozen = await openFrozen<AccountShown>(caller, path, search)
  if (frozen === null || frozen === "gone") return frozen
  const { found, place } = frozen.shown
  const now = await deskRead(caller, (tx) => contactsOf(tx, caller, found.account.id))
  const contacts = withPersonal(found.records.contacts, now)
  return { ...frozen, shown: { place, found: { ...found, records: { ...found.records, contacts } } } }
}
