import type { ImportRecord, ImportRecords } from "./records.ts"
import type { ImportKind } from "./schema.ts"

type Identities = {
  readonly [Kind in Exclude<ImportKind, "signals">]: (record: ImportRecords[Kind]) => string | null
}

const folded = (text: string) => text.trim().toLowerCase().replace(/\s+/g, " ")

/** What makes two rows of a file the same thing, as people would read it: "C-1", "C-1 on 2026-03-31". */
const identities: Identities = {
  accounts: ({ fields, isIdStated }) => (isIdStated ? fields.externalId : folded(fields.externalId)),
  contracts: ({ externalId, account, startsOn, endsOn, line }) => {
    const product = line ? `, ${line.product}` : ""
    return `${externalId ?? `${folded(account)} from ${startsOn ?? endsOn}`}${product}`
  },
  movements: ({ account, effectiveOn, kind, amountCents }) =>
    `${folded(account)}, ${kind} of ${amountCents / 100} on ${effectiveOn}`,
  contacts: ({ externalId, account, email, name }) =>
    externalId ?? `${folded(account)}, ${folded(email ?? name)}`,
  people: ({ externalId, name }) => externalId ?? folded(name),
  skills: ({ person, skill }) => `${folded(person)}, ${skill}`,
  touchpoints: ({ externalId, account, happenedAt, type }) =>
    externalId ?? `${folded(account)}, ${type} at ${happenedAt}`,
}

export function rowIdentity(kind: ImportKind, record: ImportRecord): string | null {
  if (kind === "signals") return null
  const identify = identities[kind] as (record: ImportRecord) => string | null
  return identify(record)
}
