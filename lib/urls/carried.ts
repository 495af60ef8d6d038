/** What goes along from page to page: the scope, the period and its comparison. */
export const carriedParameters = ["seg", "team", "owner", "period", "cmp"] as const

type Given = { get(name: string): string | null }

/** The address of a place with what the present one says of scope and period; what the place says itself stays. */
export function carried(href: string, from: Given | null): string {
  const [path = href, search = ""] = href.split("?")
  const parameters = new URLSearchParams(search)
  for (const name of carriedParameters) {
    const value = from?.get(name)
    if (value && !parameters.has(name)) parameters.set(name, value)
  }
  return parameters.size > 0 ? `${path}?${parameters}` : path
}

/** The same page with some parameters set anew or, where empty, taken off; a page deep in a list begins anew. */
export function withFrame(
  path: string,
  from: URLSearchParams,
  change: Readonly<Record<string, string>>,
): string {
  const parameters = new URLSearchParams(from)
  for (const name of ["after", "before", "peek", "asof", "rows"]) parameters.delete(name)
  // A list was called by this word before: the new one takes its place.
  if ("seg" in change) parameters.delete("segment")
  for (const [name, value] of Object.entries(change)) {
    if (value === "") parameters.delete(name)
    else parameters.set(name, value)
  }
  // A view that the scope was all of is left with it: named alone, it would be shown whole.
  if ("seg" in change && [...parameters.keys()].every((name) => ["view", "period", "cmp"].includes(name)))
    parameters.delete("view")
  return parameters.size > 0 ? `${path}?${parameters}` : path
}
