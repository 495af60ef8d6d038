import type { ImportRecord, ImportRecords } from "./records.ts"
import { rowIdentity } from "./row-identity.ts"
import type { ImportKind } from "./schema.ts"

/** How a row is called in a list: by what people know it by. */
export function rowName(kind: ImportKind, record: ImportRecord): string {
  switch (kind) {
    case "accounts":
      return (record as ImportRecords["accounts"]).fields.name
    case "contacts":
    case "people":
      return (record as ImportRecords["contacts"] | ImportRecords["people"]).name
    case "signals":
      return (record as ImportRecords["signals"]).account
    default:
      return rowIdentity(kind, record) ?? ""
  }
}
