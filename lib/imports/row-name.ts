import { formatInstant } from "#lib/format/instant.ts"
import type { ImportRecord, ImportRecords } from "./records.ts"
import { rowIdentity } from "./row-identity.ts"
import type { ImportKind } from "./schema.ts"

/** How a row is called in a list: by what people know it by. */
export function rowName(kind: ImportKind, record: ImportRecord, timeZone: string): string {
  switch (kind) {
    case "accounts":
      return (record as ImportRecords["accounts"]).fields.name
    case "contacts":
    case "people":
      return (record as ImportRecords["contacts"] | ImportRecords["people"]).name
    case "signals":
      return (record as ImportRecords["signals"]).account
    case "touchpoints":
      return touchpointName(record as ImportRecords["touchpoints"], timeZone)
    default:
      return rowIdentity(kind, record) ?? ""
  }
}

/** A file may go back for years, so the year is always said. */
const longAgo = new Date(0)

function touchpointName(touchpoint: ImportRecords["touchpoints"], timeZone: string): string {
  const { externalId, account, happenedAt, type } = touchpoint
  const at = formatInstant(new Date(happenedAt), { now: longAgo, timeZone })
  return externalId ?? `${account}, ${type} at ${at}`
}
