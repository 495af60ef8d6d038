/** Text as it is compared: without accents and case. */
const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036F]/g, "")
    .toLowerCase()

/**
 * How well typed text fits a short label: 0 it begins with it, 1 one of its words does, 2 every typed word begins one
 * of its words, in any order. Null when it does not fit. Nothing typed fits everything alike.
 */
export function matchRank(typed: string, label: string): 0 | 1 | 2 | null {
  const wanted = folded(typed).trim()
  const text = folded(label)
  if (text.startsWith(wanted)) return 0
  if (text.includes(` ${wanted}`)) return 1
  const words = text.split(/\s+/)
  return wanted.split(/\s+/).every((part) => words.some((word) => word.startsWith(part))) ? 2 : null
}

/** Whether the typed text stands anywhere in a name. */
export const hasPart = (typed: string, name: string): boolean => folded(name).includes(folded(typed).trim())

/** The entries whose label fits, best first; equals keep their order. */
export function matching<Entry extends { readonly label: string }>(
  typed: string,
  entries: readonly Entry[],
): Entry[] {
  return entries
    .flatMap((entry) => {
      const rank = matchRank(typed, entry.label)
      return rank === null ? [] : [{ entry, rank }]
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry)
}
