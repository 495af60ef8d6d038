import { type Segment, segments } from "../accounts/schema.ts"
import { formatNumber } from "../format/number.ts"
import { formatCount } from "../format/plural.ts"

type InForce = { readonly segment: Segment | null }

/** For which accounts it is said what success takes: how many profiles are in force, and which segment has none. */
export function profilesAnswer(inForce: readonly InForce[]): string {
  if (inForce.length === 0) return "No profile says yet what success takes."
  const say = `${formatCount(inForce.length, "profile says", "profiles say")} what success takes`
  const without = segments.filter((segment) => !inForce.some((profile) => profile.segment === segment))
  if (without.length === 0) return `${say}; each of ${formatNumber(segments.length)} segments has one.`
  if (without.length === segments.length) return `${say}; none is for a segment of its own.`
  const names = without.length === 2 ? without.join(" and ") : without.join(", ")
  return `${say}; ${names} ${without.length === 1 ? "has" : "have"} none.`
}
