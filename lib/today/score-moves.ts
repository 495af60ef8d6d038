import type { BookAccount } from "./book-account.ts"
import { isMoreThanRounding } from "./more-than-rounding.ts"

export type ScoreMove = Pick<BookAccount, "id" | "slug" | "name" | "band"> & {
  readonly from: number
  readonly to: number
}

/**
 * Accounts whose score moved since yesterday beyond noise: it differs from yesterday's by more than rounding and lies outside the account's
 * usual range on the side it moved to. A score that comes back from outside into its range has not moved beyond it.
 * The largest moves first, falls before rises, then by name.
 */
export const scoreMoves = (accounts: readonly BookAccount[]): ScoreMove[] =>
  accounts
    .flatMap(({ id, slug, name, band, value, yesterday, trend }) => {
      if (value === null || yesterday === null || !isMoreThanRounding(value - yesterday)) return []
      if (trend !== (value > yesterday ? "up" : "down")) return []
      return [{ id, slug, name, band, from: yesterday, to: value }]
    })
    .toSorted(
      (a, b) =>
        Math.abs(b.to - b.from) - Math.abs(a.to - a.from) ||
        a.to - a.from - (b.to - b.from) ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
    )
