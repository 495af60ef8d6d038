import type { Db } from "#db/client.ts"
import type { Caller } from "#lib/access/caller.ts"
import type { ImportRecord, ImportRecords } from "#lib/imports/records.ts"
import type { ImportKind } from "#lib/imports/schema.ts"
import type { AccountReferences } from "./references.ts"
import { matchContacts } from "./write-contacts.ts"
import { matchContracts } from "./write-contracts.ts"
import { matchTouchpoints } from "./write-touchpoints.ts"

/** The field by which a row without an id is told from others of its account. */
export const tellingField: { readonly [Kind in ImportKind]?: string } = {
  contracts: "startsOn",
  contacts: "name",
  touchpoints: "happenedAt",
}

type OfAccount = ImportRecords["contracts" | "contacts" | "touchpoints"]
type Given = { readonly kind: ImportKind; readonly accounts: AccountReferences }

/** The records without an id that could mean several stored entries of their account. */
export async function severalMatches(
  on: Db,
  caller: Caller,
  { kind, accounts }: Given,
  records: readonly ImportRecord[],
): Promise<ReadonlySet<ImportRecord>> {
  const rowsOf = <Of extends OfAccount>(all: readonly Of[]) =>
    all.flatMap((record) => {
      const account = accounts.one(record.account)
      return account !== null && record.externalId === null ? [{ record, account }] : []
    })
  const among = (rows: readonly { record: ImportRecord }[], matches: readonly unknown[]) =>
    new Set(rows.flatMap(({ record }, place) => (matches[place] === "several" ? [record] : [])))
  if (kind === "contracts") {
    const rows = rowsOf(records as readonly ImportRecords["contracts"][])
    return among(rows, await matchContracts(on, caller, rows))
  }
  if (kind === "contacts") {
    const rows = rowsOf(records as readonly ImportRecords["contacts"][])
    return among(rows, await matchContacts(on, caller, rows))
  }
  const rows = rowsOf(records as readonly ImportRecords["touchpoints"][])
  return among(rows, await matchTouchpoints(on, caller, rows))
}
