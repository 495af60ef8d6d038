import type { View, ViewPage } from "#lib/views/schema.ts"

type Shown = {
  readonly views: readonly View[]
  /** What `viewQuery` says of the address. */
  readonly query: string
  /** The view that the address names as its beginning. */
  readonly basedOn: string | undefined
}

/**
 * The view that a page shows: the one with the same query, of several the one that the address names. A page that
 * began as a view and shows something else is that view, changed; null when it is none.
 */
export function currentView({ views, query, basedOn }: Shown): {
  readonly view: View | null
  readonly isChanged: boolean
} {
  const base = views.find(({ id }) => id === basedOn)
  if (base?.query === query) return { view: base, isChanged: false }
  const same = views.find((view) => view.query === query)
  if (same) return { view: same, isChanged: false }
  return { view: base ?? null, isChanged: base !== undefined }
}

/** The address of a view, which names it so that the page knows what it began as. */
export function viewHref(page: ViewPage, { id, query }: View): string {
  const parameters = new URLSearchParams(query)
  if (query !== "") parameters.set("view", id)
  return parameters.size > 0 ? `${page}?${parameters}` : page
}
