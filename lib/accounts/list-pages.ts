import { accountsHref } from "#lib/accounts/list-href.ts"
import { listNeighbours, type ShownPage } from "#lib/accounts/list-neighbours.ts"
import { accountsPageSize } from "#lib/accounts/list-query.ts"

/** Where a page of the list stands, with the addresses around it; before the second page comes the first one. */
export function listPages(shown: ShownPage) {
  const { query } = shown
  const { from, to, after, before } = listNeighbours(shown)
  const firstHref = before ? accountsHref(query, {}) : undefined
  const isSecond = from <= accountsPageSize + 1
  return {
    from,
    to,
    firstHref,
    previousHref: before && !isSecond ? accountsHref(query, { before }) : firstHref,
    nextHref: after ? accountsHref(query, { after }) : undefined,
  }
}
