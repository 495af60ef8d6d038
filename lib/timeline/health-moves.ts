import type { DatedScore } from "#lib/health/trend.ts"
import { trendOf } from "#lib/health/trend.ts"
import { entryKey, type TimelineEntry } from "./schema.ts"

/**
 * The days on which health moved beyond noise: those on which the trend became a signal, or turned from one
 * direction to the other, judged as on that day from the scores before it. Scores 0 to 100, oldest first. A signal
 * that lasts is told once, on its first day.
 */
export function healthMoves(history: readonly DatedScore[]): TimelineEntry[] {
  const values = history.map(({ value }) => value)
  const moves: TimelineEntry[] = []
  let standing = "same"
  for (const [place, { day, value }] of history.entries()) {
    const { trend, isSignal, words } = trendOf(values.slice(0, place + 1))
    const now = isSignal ? trend : "same"
    if (isSignal && now !== standing) {
      const wall = `${day}T`
      const before = values[place - 1]
      moves.push({
        key: entryKey(wall, "health", day),
        wall,
        kind: "health",
        title: `Health ${now === "down" ? "fell" : "rose"} from ${before} to ${value}`,
        detail: `${words}.`,
        actor: null,
        href: "#history",
        note: null,
      })
    }
    standing = now
  }
  return moves
}
