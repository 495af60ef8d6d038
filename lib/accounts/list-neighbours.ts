import { type ListPlace, type ListPosition, listCursor } from "#lib/accounts/list-cursor.ts"
import type { AccountsQuery } from "#lib/accounts/list-query.ts"

export type ShownPage = {
  readonly query: AccountsQuery
  readonly position: ListPosition | null
  readonly page: {
    readonly rows: readonly unknown[]
    readonly first: ListPlace | null
    readonly last: ListPlace | null
  }
  /** `beyond` counts the matching rows on the side of the position that the page shows. */
  readonly totals: { readonly matching: number; readonly beyond: number | null }
}

export type ListNeighbours = {
  /** Numbers of the first and last row shown, counted from 1. */
  readonly from: number
  readonly to: number
  /** Cursors of the neighbours; null where the list ends. */
  readonly after: string | null
  readonly before: string | null
}

/** Where a page of the list stands in the whole, and what its neighbours are reached by. */
export function listNeighbours({ query, position, page, totals }: ShownPage): ListNeighbours {
  const count = page.rows.length
  const beyond = totals.beyond ?? 0
  const from =
    position === null ? 1 : (position.direction === "after" ? totals.matching - beyond : beyond - count) + 1
  const to = from + count - 1
  return {
    from,
    to,
    after: page.last && to < totals.matching ? listCursor(query, page.last) : null,
    before: page.first && from > 1 ? listCursor(query, page.first) : null,
  }
}
