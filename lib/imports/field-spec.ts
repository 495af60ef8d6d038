import type { ImportKind } from "./schema.ts"

export type FieldType =
  | "text"
  | "day"
  | "instant"
  | "number"
  | "money"
  | "choice"
  | "boolean"
  | "account"
  | "person"

export type FieldSpec = {
  readonly key: string
  readonly label: string
  readonly type: FieldType
  readonly isRequired: boolean
  /** Headers by which the field is found; an earlier line wins over a later one, within a line they are equals. */
  readonly headerWords: readonly (readonly string[])[]
  /** What a cell should look like, in words. */
  readonly expected: string
  readonly longest?: number
  /** Least and greatest number. */
  readonly range?: readonly [number, number]
  readonly isWhole?: boolean
  readonly choices?: readonly string[]
  /** Other words for a choice, each written as `compactName` leaves it. */
  readonly synonyms?: Readonly<Record<string, string>>
}

export type KindSpec = {
  readonly kind: ImportKind
  readonly label: string
  /** What a row is, such as "one contract per row". */
  readonly oneRow: string
  readonly fields: readonly FieldSpec[]
  /** What columns become that fill no field. */
  readonly others: "measures" | "ignored"
  /** Fields that others make up, in their order, when no column fills them. */
  readonly joined?: Readonly<Record<string, readonly string[]>>
  /** Ways to tell rows apart, the surest first: a row is known by the first whose fields it all states. */
  readonly identity: readonly (readonly string[])[]
}

/** A field from its parts; header words are lines of comma-separated headers. */
export const field = (
  key: string,
  label: string,
  type: FieldType,
  headers: readonly string[],
  rest: { expected?: string; isRequired?: boolean } & Partial<
    Pick<FieldSpec, "longest" | "range" | "isWhole" | "choices" | "synonyms">
  > = {},
): FieldSpec => ({
  key,
  label,
  type,
  isRequired: false,
  headerWords: headers.map((line) => line.split(", ")),
  expected: rest.choices ? `One of ${rest.choices.join(", ")}` : expectations[type],
  ...rest,
})

const expectations: Record<FieldType, string> = {
  text: "A text",
  day: "A date such as 2026-03-31",
  instant: "A date and time such as 2026-03-31 14:30",
  number: "A number such as 1234.5",
  money: "An amount such as 12000 or 12,000.50",
  choice: "One of the known words",
  boolean: "Yes or no",
  account: "The external id, domain or name of one account",
  person: "The name or external id of one person",
}
