/** A page's parameters as they stand in its address. */
export type Search = Readonly<Record<string, string | readonly string[] | undefined>>

/** Parameters of the frame: each means the same on every page, and a page that has no use for one says nothing. */
export const frameParameters = ["ws", "seg", "team", "owner", "period", "cmp"] as const

const mostNamed = 5
const longestValue = 40

/**
 * What a page dropped of its address, as a reader would look for it: `foo` for a parameter that it does not know,
 * `sort=bogus` for a value that it cannot read. `understood` has every parameter that the page knows, with what it made
 * of it; nothing made of a value means that it was dropped. Empty values ask for nothing, and so are never dropped.
 */
export function leftOut(search: Search, understood: Readonly<Record<string, unknown>>): string[] {
  const frame: readonly string[] = frameParameters
  const dropped = Object.entries(search).flatMap(([name, given]) => {
    const value = [given ?? ""].flat()[0] ?? ""
    if (value === "") return []
    if (!Object.hasOwn(understood, name)) return frame.includes(name) ? [] : [shortened(name)]
    return (understood[name] ?? null) === null ? [`${shortened(name)}=${shortened(value)}`] : []
  })
  const more = dropped.length - mostNamed
  return more > 0 ? [...dropped.slice(0, mostNamed), `${more} more`] : dropped
}

/** Cut, and without what would change how the words around it are read. */
const shortened = (text: string): string => {
  const plain = text.replace(/[\p{C}\p{Z}]+/gu, " ")
  return plain.length > longestValue ? `${plain.slice(0, longestValue)}…` : plain
}
