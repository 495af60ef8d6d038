import { formatNumber } from "#lib/format/number.ts"
import type { CheckedRow } from "./import-check.ts"

type Row = Readonly<Record<string, unknown>>

/** Columns that say nothing to a person: keys, sealed bytes and what the product keeps for itself. */
const hidden =
  /^(id|workspace_id|slug|name_key|created_at|updated_at|version|wrapped_key|master_key_version|destroyed_at)$|_id$|_ids$|_sealed$/

const words = (column: string) => {
  const text = column.replace(/_cents$/, "").replaceAll("_", " ")
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

/** The fields that differ between a stored row and what it becomes, as a person reads them. */
export function describeChange(before: Row | null, after: Row | null): CheckedRow["changes"] {
  const columns = [...new Set([...Object.keys(after ?? {}), ...Object.keys(before ?? {})])]
  return columns
    .filter((column) => !hidden.test(column) || (column === "external_id" && before?.[column] && after))
    .map((column) => ({
      field: words(column),
      before: shown(column, before?.[column]),
      after: shown(column, after?.[column]),
    }))
    .filter((change) => change.before !== change.after)
}
