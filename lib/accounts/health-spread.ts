import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import { bandWords } from "#lib/health/band.ts"

/** The customers at one point of health; `value` is null for those without a score. */
export type HealthColumn = {
  readonly value: number | null
  /** Of the workspace. */
  readonly all: number
  /** Of these: in the list that the filters leave. */
  readonly matching: number
  /** Of these: in the band that needs attention. */
  readonly red: number
}

/**
 * The point of health that a share of the scored accounts does not exceed, by counting: the lowest value at which that
 * share of them is reached. Null when nobody has a score.
 */
export function spreadPoint(
  columns: readonly HealthColumn[],
  { of, share }: { of: "all" | "matching"; share: number },
): number | null {
  const known = columns
    .flatMap((column) => (column.value === null ? [] : [{ value: column.value, count: column[of] }]))
    .toSorted((one, other) => one.value - other.value)
  const wanted = share * known.reduce((sum, { count }) => sum + count, 0)
  let seen = 0
  for (const { value, count } of known) {
    seen += count
    if (count > 0 && seen >= wanted) return value
  }
  return null
}

/** Accounts with a score, and without one. */
export function spreadCounts(columns: readonly HealthColumn[]) {
  const sum = (key: "all" | "matching" | "red", isKnown: boolean) =>
    columns.reduce((total, column) => total + ((column.value !== null) === isKnown ? column[key] : 0), 0)
  return {
    all: sum("all", true),
    matching: sum("matching", true),
    red: sum("red", true),
    withoutScore: sum("all", false),
  }
}

/**
 * How health spreads, in a sentence: "Half of 480 accounts have 52 to 71 points; 36 stand at Act now". Of a filtered
 * list, where its middle lies: "These 37 accounts have a median of 38, below the 62 of all 480".
 */
export function spreadTitle(columns: readonly HealthColumn[], isFiltered: boolean): string {
  const { all, matching, red } = spreadCounts(columns)
  const at = (of: "all" | "matching", share: number) => spreadPoint(columns, { of, share }) ?? 0
  if (all === 0) return "No account has a score yet"
  if (!isFiltered) {
    const middle =
      all < 5
        ? `${formatCount(all, "account")} ${all === 1 ? "has" : "have"} ${pointsWords(at("all", 0), at("all", 1))}`
        : `Half of ${formatNumber(all)} accounts have ${pointsWords(at("all", 0.25), at("all", 0.75))}`
    return red === 0
      ? `${middle}; none stands at ${bandWords.red.label}`
      : `${middle}; ${formatNumber(red)} ${red === 1 ? "stands" : "stand"} at ${bandWords.red.label}`
  }
  if (matching === 0) return "None of the accounts with a score is in this list"
  const [mine, others] = [at("matching", 0.5), at("all", 0.5)]
  const place = mine === others ? "like" : mine < others ? "below" : "above"
  const who =
    matching === 1
      ? `This account has ${pointsWords(mine, mine)}`
      : `These ${formatNumber(matching)} accounts have a median of ${mine}`
  return `${who}, ${place} the ${others} of all ${formatNumber(all)}`
}

const pointsWords = (from: number, to: number): string =>
  from === to ? `${from} ${from === 1 ? "point" : "points"}` : `${from} to ${to} points`
