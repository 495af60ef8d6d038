import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import type { FreshnessFinding } from "#lib/quality/freshness-series.ts"

/** What a saw shows, in words: "Help desk: older than promised on 14 of 30 days". */
export function freshnessTitle({
  name,
  finding,
  promiseHours,
}: {
  name: string
  finding: FreshnessFinding
  promiseHours: number | null
}): string {
  const { late, known, longestDays } = finding
  if (known === 0) return `${name}: nothing told in these days`
  if (promiseHours === null)
    return `${name}: no promise to compare with, oldest ${formatCount(longestDays, "day")}`
  if (late === 0)
    return `${name}: as fresh as promised on ${known === 1 ? "its one day" : `all ${formatNumber(known)} days`}`
  return `${name}: older than promised on ${formatNumber(late)} of ${formatCount(known, "day")}`
}
