import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import type { FreshnessFinding } from "./freshness-series.ts"
import { isTrusted, type SourceStanding } from "./source-standing.ts"
import type { Standing } from "./standing.ts"

/** "1 of 6 sources is late or failing". */
export function sourcesFinding(standings: readonly SourceStanding[]): string {
  const bad = standings.filter((one) => one.state !== "silent" && !isTrusted(one)).length
  const all = formatCount(standings.length, "source")
  return bad === 0
    ? `No source of ${formatNumber(standings.length)} is late or failing`
    : `${formatNumber(bad)} of ${all} ${be(bad)} late or failing`
}

/** "3 of 22 quality standards are not met". */
export function standardsFinding(standings: readonly Standing[]): string {
  const judged = standings.filter(({ verdict }) => verdict === "met" || verdict === "not_met")
  const bad = judged.filter(({ verdict }) => verdict === "not_met").length
  if (judged.length === 0) return "Quality standards"
  const all = formatCount(judged.length, "quality standard")
  return bad === 0
    ? `${judged.length === 1 ? "The one quality standard is" : `All ${all} are`} met`
    : `${formatNumber(bad)} of ${all} ${be(bad)} not met`
}

/** "1 of 6 sources was older than promised in the last 30 days". */
export function freshnessFindingOfAll(rows: readonly { readonly finding: FreshnessFinding }[]): string {
  const bad = rows.filter(({ finding }) => finding.late > 0).length
  if (bad === 0) return "No source was older than promised in the last 30 days"
  return `${formatNumber(bad)} of ${formatCount(rows.length, "source")} ${bad === 1 ? "was" : "were"} older than promised in the last 30 days`
}

const be = (count: number): string => (count === 1 ? "is" : "are")
