import type { View } from "#lib/views/schema.ts"

/** What goes along to every view and so says nothing of which one is shown. */
const alongside: readonly string[] = ["view", "ws", "period", "cmp", "density"]

/**
 * The view that an address asks for by its name alone, as somebody types it: `/accounts?view=renewing`. Null where the
 * address says anything else, be it an empty filter: then it is that which is shown.
 */
export function namedView(search: Readonly<Record<string, unknown>>, views: readonly View[]): View | null {
  const saysMore = Object.entries(search).some(
    ([name, value]) => value !== undefined && !alongside.includes(name),
  )
  const named = saysMore ? undefined : views.find(({ id }) => id === search.view)
  return named && named.query !== "" ? named : null
}
