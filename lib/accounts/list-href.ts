import type { AccountSortKey, AccountsQuery } from "#lib/accounts/list-query.ts"

const order = [
  "q",
  "band",
  "segment",
  "owner",
  "sort",
  "after",
  "before",
] as const satisfies readonly (keyof AccountsQuery)[]

/** The address of the list with some of its state changed: of its first page, unless the change names a place. */
export function accountsHref(
  query: AccountsQuery,
  change: { readonly [Key in keyof AccountsQuery]?: AccountsQuery[Key] | undefined },
): string {
  const next = { ...query, after: undefined, before: undefined, ...change }
  const parameters = new URLSearchParams()
  for (const key of order) {
    const value = next[key]
    if (value !== undefined) parameters.set(key, value)
  }
  return parameters.size > 0 ? `/accounts?${parameters}` : "/accounts"
}

/** Columns whose first click brings the largest up. */
const largestFirst: readonly AccountSortKey[] = ["arr"]

/** How a column stands in the order of the list, and where a click on it leads: first one way, then the other. */
export function accountSort(query: AccountsQuery, key: AccountSortKey) {
  const rising = { direction: "ascending", other: `-${key}` } as const
  const falling = { direction: "descending", other: key } as const
  const now = query.sort === key ? rising : query.sort === `-${key}` ? falling : null
  const first = largestFirst.includes(key) ? (`-${key}` as const) : key
  return {
    direction: now?.direction ?? null,
    href: accountsHref(query, { sort: now ? now.other : first }),
  }
}
