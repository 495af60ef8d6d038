import type { BookAccount } from "./book-account.ts"
import { isMoreThanRounding } from "./more-than-rounding.ts"

export type ScoreMove = Pick<BookAccount, "id" | "slug" | "name" | "band"> & {
  readonly from: number
  readonly to: number
}

/**
 * Accounts whose score moved since an earlier day beyond noise: it differs from that day's by more than rounding and lies outside the account's
 * usual range on the side it moved to. A score that comes back from outside into its range has not moved beyond it.
 * The largest moves first, falls before rises, then by name.
 */
export const scoreMoves = (accounts: readonly BookAccount[]): ScoreMove[] =>
  accounts
    .flatMap(({ id, slug, name, band, value, earlier, trend }) => {
      if (value === null || earlier === null || !isMoreThanRounding(value - earlier)) return []
      if (trend !== (value > earlier ? "up" : "down")) return []
      return [{ id, slug, name, band, from: earlier, to: value }]
    })
    .toSorted(
      (a, b) =>
        Math.abs(b.to - b.from) - Math.abs(a.to - a.from) ||
        a.to - a.from - (b.to - b.from) ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
    )
