import {
  ChangeDefinition,
  ExposureDefinition,
  HealthDefinition,
} from "#components/accounts/accounts-definitions.tsx"
import type { GridColumn } from "#components/grid/grid-model.ts"
import { accountSort } from "#lib/accounts/list-href.ts"
import type { AccountsQuery } from "#lib/accounts/list-query.ts"
import { noBreak } from "#lib/format/number.ts"
import type { Spans } from "#lib/period/spans.ts"

/** All columns of the list of accounts, in their order. */
export const accountColumns = [
  { id: "name", label: "Account" },
  { id: "health", label: "Health" },
  { id: "weeks", label: "13 weeks" },
  { id: "change", label: "Change" },
  { id: "why", label: "Why" },
  { id: "exposure", label: "Exposure" },
  { id: "arr", label: "ARR" },
  { id: "renewal", label: "Renewal" },
  { id: "stage", label: "Stage" },
  { id: "contact", label: "Last contact" },
  { id: "owner", label: "Owner" },
  { id: "segment", label: "Segment" },
] as const
export type AccountColumnId = (typeof accountColumns)[number]["id"]

export const accountColumnIds: readonly string[] = accountColumns.map(({ id }) => id)
const unusual: readonly string[] = ["stage", "segment"]
/** What fits a window of 1440 px without scrolling sideways. */
export const usualAccountColumns = accountColumnIds.filter((id) => !unusual.includes(id))

/** Least widths: together they say when the table scrolls sideways. */
const widths: Readonly<Record<AccountColumnId, number>> = {
  name: 160,
  health: 160,
  weeks: 80,
  change: 101,
  why: 156,
  exposure: 100,
  arr: 62,
  renewal: 112,
  stage: 88,
  contact: 86,
  owner: 112,
  segment: 96,
}

/** What changes are counted in while the address names no period: since a week before the score. */
const usualChange = `7${noBreak}d`

/** Without these, whole reasons fit a window of 1440 px. */
const hasRoomForReasons = (shown: readonly string[]): boolean =>
  !["change", ...unusual].some((id) => shown.includes(id))

type Look = Pick<GridColumn, "sort" | "note" | "isNumber" | "isSecondary" | "takesRest">

/** A column of a list that cannot be put into another order. */
export function withoutSort(column: GridColumn): GridColumn {
  const { sort: _, ...rest } = column
  return rest
}

/** The columns asked for, with their order, their definitions and the width that they need together. */
export function accountsHead(query: AccountsQuery, shown: readonly string[], spans: Spans | null = null) {
  const looks: Readonly<Record<AccountColumnId, Look>> = {
    name: { sort: accountSort(query, "name") },
    health: { sort: accountSort(query, "health"), note: <HealthDefinition /> },
    weeks: {},
    change: { isNumber: true, note: <ChangeDefinition spans={spans} /> },
    why: { takesRest: true },
    exposure: { sort: accountSort(query, "exposure"), isNumber: true, note: <ExposureDefinition /> },
    arr: { sort: accountSort(query, "arr"), isNumber: true },
    renewal: { sort: accountSort(query, "renewal") },
    stage: { isSecondary: true },
    contact: { sort: accountSort(query, "contact"), isSecondary: true },
    owner: { sort: accountSort(query, "owner"), isSecondary: true },
    segment: { isSecondary: true },
  }
  const named = accountColumns.filter(({ id }) => shown.includes(id))
  const given = { ...widths, why: widths.why + (hasRoomForReasons(shown) ? widths.change : 0) }
  return {
    columns: named.map(
      ({ id, label }): GridColumn => ({
        id,
        label: id === "change" ? `${label}, ${spans?.words ?? usualChange}` : label,
        ...looks[id],
      }),
    ),
    minWidth: named.reduce((sum, { id }) => sum + given[id], 32),
  }
}
