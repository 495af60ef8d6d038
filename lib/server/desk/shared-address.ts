export type RawSearch = Readonly<Record<string, string | string[] | undefined>>

/**
 * A page's address that may name a workspace (`?ws=slug`): the slug, the address as it was asked for, and the same
 * without the workspace. Every other parameter is kept, repeated ones too.
 */
export function sharedAddress(path: string, search: RawSearch) {
  const asked = typeof search.ws === "string" && /^\P{Cc}+$/u.test(search.ws) ? search.ws : null
  const rest = new URLSearchParams()
  for (const [name, values] of Object.entries(search))
    if (name !== "ws") for (const value of [values ?? []].flat()) rest.append(name, value)
  const whole = new URLSearchParams(rest)
  if (asked !== null) whole.append("ws", asked)
  return { workspace: asked, whole: address(path, whole), clean: address(path, rest) }
}

const address = (path: string, search: URLSearchParams): string =>
  search.size > 0 ? `${path}?${search}` : path
