import type { ImportRecord, ImportRecords } from "./records.ts"
import type { ImportKind } from "./schema.ts"

export type ReferenceText = {
  readonly field: string
  readonly text: string
  /** What an unknown one is called: some stop their row, others are left as they are. */
  readonly fault: "unknown_account" | "unknown_person" | "unknown_owner"
}

type References = { readonly [Kind in ImportKind]: (record: ImportRecords[Kind]) => readonly ReferenceText[] }

const account = (text: string): ReferenceText => ({ field: "account", text, fault: "unknown_account" })

const owner = (field: string, text: string | null): ReferenceText[] =>
  text === null ? [] : [{ field, text, fault: "unknown_owner" }]

/** The accounts and people of the workspace that a record of each kind names. */
const references: References = {
  accounts: ({ fields }) => owner("ownerName", fields.ownerName),
  contracts: (record) => [account(record.account)],
  movements: (record) => [account(record.account)],
  contacts: (record) => [account(record.account), ...owner("relationshipOwner", record.relationshipOwner)],
  // A manager may stand further down in the same file.
  people: () => [],
  skills: ({ person, assessor }) => [
    { field: "person", text: person, fault: "unknown_person" },
    ...owner("assessor", assessor),
  ],
  touchpoints: (record) => [account(record.account), ...owner("person", record.person)],
  signals: (record) => [account(record.account)],
}

export const referencesOf = (kind: ImportKind, record: ImportRecord): readonly ReferenceText[] =>
  (references[kind] as (record: ImportRecord) => readonly ReferenceText[])(record)
