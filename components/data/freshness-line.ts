import type { FreshnessPoint } from "#lib/quality/freshness-series.ts"

/**
 * The saw as an SVG path over a field one unit a day wide: in each day the age rises by one, and at its end it falls
 * to what was known then; the last day stands as it is by now. Days without a known age are a gap.
 */
export function freshnessLine(
  points: readonly FreshnessPoint[],
  { top, height }: { top: number; height: number },
): { path: string; last: { ageDays: number } | null } {
  const y = (days: number) => Math.round((1 - days / top) * height * 10) / 10
  const steps: string[] = []
  let before: number | null = null
  for (const [place, { ageDays }] of points.entries()) {
    const end = place + 1
    if (ageDays !== null) {
      // The last day is not over: what was known at its beginning is not a whole day older yet.
      const risen: number =
        before === null ? ageDays : end === points.length ? Math.max(before, ageDays) : before + 1
      steps.push(`${before === null ? "M" : "L"}${end} ${y(risen)}`)
      if (ageDays !== risen) steps.push(`L${end} ${y(ageDays)}`)
    }
    before = ageDays
  }
  const last = points.at(-1)?.ageDays ?? null
  return { path: steps.join(""), last: last === null ? null : { ageDays: last } }
}
