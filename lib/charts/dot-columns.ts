export type DotCount = { readonly value: number; readonly all: number; readonly marked: number }

export type DotColumns = {
  /** Accounts, or whatever is counted, that one dot stands for: 1 as long as the columns stay low enough. */
  readonly perDot: number
  /** Dots of the highest column. */
  readonly rows: number
  readonly columns: readonly { readonly value: number; readonly marked: number; readonly rest: number }[]
}

/**
 * Columns of equal dots, one for each thing counted at a value; marked ones stand at the bottom. Where the highest
 * column would have more than `mostRows` dots, each stands for several, rounded up: what is there is always seen, and
 * what is marked as well.
 *
 *   perDot = highest count / mostRows, rounded up
 */
export function dotColumns(counts: readonly DotCount[], mostRows: number): DotColumns {
  const highest = Math.max(0, ...counts.map(({ all }) => all))
  const perDot = Math.max(1, Math.ceil(highest / mostRows))
  const columns = counts
    .filter(({ all }) => all > 0)
    .map(({ value, all, marked }) => {
      const dots = Math.ceil(all / perDot)
      const filled = Math.min(dots, Math.ceil(marked / perDot))
      // Where some are not marked, one dot says so, if there is more than one.
      const kept = marked < all && filled === dots && dots > 1 ? dots - 1 : filled
      return { value, marked: kept, rest: dots - kept }
    })
  return { perDot, rows: Math.max(0, ...columns.map(({ marked, rest }) => marked + rest)), columns }
}
