import type { DatedScore } from "./trend.ts"

const dayMilliseconds = 86_400_000

/** The usual step of a score history, by its middle gap: daily or weekly, else just from score to score. */
export function historyPeriod(history: readonly DatedScore[]): "day" | "week" | "score" {
  const gaps = history
    .slice(1)
    .map(({ day }, i) => (Date.parse(day) - Date.parse(history[i]!.day)) / dayMilliseconds)
    .toSorted((a, b) => a - b)
  const middle = gaps[Math.floor(gaps.length / 2)]
  if (middle === 1) return "day"
  return middle === 7 ? "week" : "score"
}
