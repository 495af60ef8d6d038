import {
  type AccountSortKey,
  type AccountsQuery,
  accountFilterKeys,
  defaultSort,
  sortOf,
} from "#lib/accounts/list-query.ts"

const order = [
  ...accountFilterKeys,
  "sort",
  "period",
  "cmp",
  "cols",
  "plot",
  "density",
  "view",
  "peek",
  "after",
  "before",
] as const satisfies readonly (keyof AccountsQuery)[]

/** What the address calls a part of the state. */
export const addressName = (key: keyof AccountsQuery): string => (key === "segment" ? "seg" : key)

/** The parameters of a state of the list, always in one order; what goes without saying is left out. */
export function accountsParameters(
  query: {
    readonly [Key in keyof AccountsQuery]?: AccountsQuery[Key] | undefined
  },
): URLSearchParams {
  const parameters = new URLSearchParams()
  for (const key of order) {
    const value = query[key]
    const goesWithoutSaying = key === "sort" && value === defaultSort
    if (value !== undefined && !goesWithoutSaying) parameters.set(addressName(key), value)
  }
  return parameters
}

/** By these a list is another than the whole one: what it leaves out, its order, its columns, what stands above it. */
const tellingNames = [...accountFilterKeys, "sort", "cols", "plot"] as const

/**
 * The address of the list with some of its state changed: of its first page and with nothing beside it, unless the
 * change names a place or an account to look at.
 */
export function accountsHref(
  query: AccountsQuery,
  change: { readonly [Key in keyof AccountsQuery]?: AccountsQuery[Key] | undefined },
): string {
  const parameters = accountsParameters({
    ...query,
    after: undefined,
    before: undefined,
    peek: undefined,
    ...change,
  })
  // A view that nothing is left of is begun with no longer: named alone, it would be shown whole.
  if (!tellingNames.some((key) => parameters.has(addressName(key)))) parameters.delete("view")
  return parameters.size > 0 ? `/accounts?${parameters}` : "/accounts"
}

/** The same page of the list with an account beside it, or with none. */
export const peekHref = (query: AccountsQuery, slug: string | undefined): string =>
  accountsHref(query, { after: query.after, before: query.before, peek: slug })

/** Columns whose first click brings the largest up. */
const largestFirst: readonly AccountSortKey[] = ["arr", "exposure"]

/** How a column stands in the order of the list, and where a click on it leads: first one way, then the other. */
export function accountSort(query: AccountsQuery, key: AccountSortKey) {
  const rising = { direction: "ascending", other: `-${key}` } as const
  const falling = { direction: "descending", other: key } as const
  const sort = sortOf(query)
  const now = sort === key ? rising : sort === `-${key}` ? falling : null
  const first = largestFirst.includes(key) ? (`-${key}` as const) : key
  return {
    direction: now?.direction ?? null,
    href: accountsHref(query, { sort: now ? now.other : first }),
  }
}
