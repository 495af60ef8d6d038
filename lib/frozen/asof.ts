import { isUuid } from "#lib/id.ts"

/** A frozen link shows its page for so long; the nightly upkeep forgets what is older. */
export const frozenForDays = 400

/** The parameter that makes a link a frozen one: when it was made, for people, and what was kept, by its id. */
export const asofOf = ({ id, madeAt }: { readonly id: string; readonly madeAt: string }): string =>
  `${madeAt.slice(0, 16)}Z~${id}`

/** The id in an `asof`; null when it is none. */
export function readAsof(given: unknown): string | null {
  const [instant = "", id = "", ...more] = typeof given === "string" ? given.split("~") : []
  return more.length === 0 && /^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/.test(instant) && isUuid(id) ? id : null
}

/** A page's address as it is frozen; what the page was asked for stays readable in it. */
export function frozenLink(address: string, asof: string, workspaceSlug: string): string {
  const url = new URL(address)
  url.hash = ""
  url.searchParams.set("asof", asof)
  url.searchParams.set("ws", workspaceSlug)
  return url.href
}
