import { formatNumber } from "#lib/format/number.ts"
import type { CheckedRow } from "./import-check.ts"

type Row = Readonly<Record<string, unknown>>
type Change = { readonly before: Row | null; readonly after: Row | null }
type Names = ReadonlyMap<string, string>

/** Columns that say nothing to a person: keys, sealed bytes and what the product keeps for itself. */
const hidden =
  /^(id|workspace_id|slug|name_key|created_at|updated_at|version|wrapped_key|master_key_version|destroyed_at)$|_id$|_ids$|_sealed$/

const words = (column: string) => {
  const text = column.replace(column === "external_id" ? "" : /_cents$|_id$/, "").replaceAll("_", " ")
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const shown = (column: string, value: unknown): string | null => {
  if (value === null || value === undefined || value === "") return null
  if (typeof value === "number")
    return column.endsWith("_cents") ? formatNumber(value / 100, 2) : String(value)
  if (typeof value === "boolean") return value ? "yes" : "no"
  const text = typeof value === "string" ? value : JSON.stringify(value)
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}

/** Columns that name another row, such as an owner or a parent. */
const link = /^(owner|parent|manager|team|person|assessor|relationship_owner)_id$/

/** The ids of other rows that a link gives up or takes up: their names are asked for. */
export const linkedIds = (changes: readonly Change[]): string[] => [
  ...new Set(
    changes.flatMap(({ before, after }) =>
      before === null || after === null
        ? []
        : Object.keys(after)
            .filter((column) => link.test(column) && before[column] !== after[column])
            .flatMap((column) => [before[column], after[column]])
            .filter((id) => typeof id === "string"),
    ),
  ),
]

/** The fields that differ between a stored row and what it becomes, as a person reads them. Links go by name. */
export function describeChange(
  before: Row | null,
  after: Row | null,
  names: Names = new Map(),
): CheckedRow["changes"] {
  const columns = [...new Set([...Object.keys(after ?? {}), ...Object.keys(before ?? {})])]
  const isShown = (column: string) =>
    !hidden.test(column) || (before !== null && after !== null && isToldOf(column, before))
  const named = (column: string, value: unknown) =>
    link.test(column) ? (names.get(String(value)) ?? null) : shown(column, value)
  return columns
    .filter(isShown)
    .map((column) => ({
      field: words(column),
      before: named(column, before?.[column]),
      after: named(column, after?.[column]),
    }))
    .filter((change) => change.before !== change.after)
}

const isToldOf = (column: string, before: Row): boolean =>
  link.test(column) || (column === "external_id" && Boolean(before[column]))
