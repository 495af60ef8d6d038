import { formatNumber } from "#lib/format/number.ts"
import type { Trend } from "./trend.ts"

/** A move beyond usual variation, to stand beside the score: "below its usual range 28 to 34.3". null without one. */
export function trendNote({
  trend,
  change,
  isSignal,
  limits,
}: Pick<Trend, "trend" | "change" | "isSignal" | "limits">): string | null {
  if (!isSignal || change === null) return null
  if (!limits) return `${trend} ${formatNumber(Math.abs(change))} since the previous score`
  const range = [limits.lower, limits.upper].map((one) => formatNumber(one, Number.isInteger(one) ? 0 : 1))
  return `${trend === "down" ? "below" : "above"} its usual range ${range.join(" to ")}`
}
