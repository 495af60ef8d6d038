import type { QualityDimension } from "./dimensions.ts"

export type RowNoun = "account" | "contact"

export type FieldRule = {
  /** When a row meets it, after "is met when": whole words, for people. */
  readonly isMetWhen: string
  /** Which rows are counted. */
  readonly rows: string
  readonly noun: RowNoun
}

export type QualityField = {
  readonly key: string
  readonly label: string
  readonly rules: Readonly<Partial<Record<QualityDimension, FieldRule>>>
}

const customers = "accounts that are not churned"
const ofAccounts = (isMetWhen: string, rows = customers): FieldRule => ({ isMetWhen, rows, noun: "account" })

/** The fields that a standard can be set for. Measures come beside them, one field each: see `measureField`. */
export const recordFields = [
  {
    key: "account.name",
    label: "Account name",
    rules: {
      validity: ofAccounts("the name has two letters or more and is no stand-in such as “test” or “unknown”"),
      uniqueness: ofAccounts("no other account has the same name, whatever its capitals and spaces"),
    },
  },
  {
    key: "account.domain",
    label: "Account domain",
    rules: {
      completeness: ofAccounts("the account has a domain"),
      validity: ofAccounts("the domain looks like example.com", "accounts with a domain"),
      uniqueness: ofAccounts("no other account has the same domain", "accounts with a domain"),
    },
  },
  {
    key: "account.segment",
    label: "Account segment",
    rules: { completeness: ofAccounts("the account is in a segment") },
  },
  {
    key: "account.industry",
    label: "Account industry",
    rules: { completeness: ofAccounts("the account has an industry") },
  },
  {
    key: "account.owner",
    label: "Account owner",
    rules: {
      completeness: ofAccounts("a person owns the account"),
      validity: ofAccounts("the owner still works here", "accounts with an owner that are not churned"),
    },
  },
  {
    key: "account.arr",
    label: "Account ARR",
    rules: { completeness: ofAccounts("at least one ARR movement is known") },
  },
  {
    key: "account.contact",
    label: "Account contact",
    rules: { completeness: ofAccounts("at least one contact of the account has not left") },
  },
  {
    key: "contract.ends_on",
    label: "Contract end",
    rules: {
      completeness: ofAccounts("the account has a contract, and so an end that is known"),
      validity: ofAccounts(
        "the account's last contract has not ended yet",
        "accounts with a contract that are not churned",
      ),
    },
  },
  {
    key: "contact.email",
    label: "Contact e-mail",
    rules: {
      completeness: {
        isMetWhen: "an e-mail address is known",
        rows: "contacts who have not left, of accounts that are not churned",
        noun: "contact",
      },
    },
  },
  {
    key: "touchpoint.happened_at",
    label: "Touchpoints",
    rules: { freshness: ofAccounts("somebody was in touch with the account lately") },
  },
] as const satisfies readonly QualityField[]

export type RecordField = (typeof recordFields)[number]["key"]

const measurePrefix = "signal."

export const measureFieldKey = (measureKey: string): string => `${measurePrefix}${measureKey}`

/** The measure that a field stands for; null for fields of records. */
export const measureOfField = (key: string): string | null =>
  key.startsWith(measurePrefix) ? key.slice(measurePrefix.length) : null

/** A measure as a field: what can be asked of its readings. Readings older than 400 days are not looked at. */
export function measureField({ key, label }: { key: string; label: string }): QualityField {
  const read = "accounts that are not churned and have a reading of the last 400 days"
  return {
    key: measureFieldKey(key),
    label,
    rules: {
      completeness: ofAccounts("the account has a reading of the last 400 days"),
      freshness: ofAccounts("the newest reading is young enough", read),
      validity: ofAccounts("the newest reading has the form of its measure: a number, or a word", read),
      uniqueness: ofAccounts("a single source told the newest reading", read),
    },
  }
}

/** Every field that a standard can be set for in a workspace with these measures. */
export const qualityFields = (
  measures: readonly { readonly key: string; readonly label: string }[],
): readonly QualityField[] => [...recordFields, ...measures.map(measureField)]

/** The rule of a field in one respect; null when nothing can be asked of it there. */
export function ruleOf(
  fields: readonly QualityField[],
  { field, dimension }: { readonly field: string; readonly dimension: QualityDimension },
): FieldRule | null {
  return fields.find(({ key }) => key === field)?.rules[dimension] ?? null
}
