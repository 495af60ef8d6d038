import { formatNumber, formatSigned } from "#lib/format/number.ts"
import { formatShare } from "#lib/format/percent.ts"
import { formatCount } from "#lib/format/plural.ts"
import type { HistoryPoint } from "#lib/health/counting-history.ts"
import { sumTenths } from "#lib/health/round-parts.ts"
import type { HealthScore } from "#lib/health/score-schema.ts"
import type { Trend } from "#lib/health/trend.ts"

/** The points of everything that adds up to the score, the veto among them. */
const allPoints = (score: HealthScore): number[] => [
  ...score.parts.filter((part) => part.state === "used").map((part) => part.points),
  ...(score.vetoPart ? [score.vetoPart.points] : []),
]

/** What a history shows: the trend of what the model said, or that a person's judgement counts instead. */
export function historyTitle(trend: Trend, last: HistoryPoint): string {
  if (!last.isJudged) return trend.words
  const computed = last.computed === null ? "the model has too little data" : `computed ${last.computed}`
  return `Judged ${last.value} counts, ${computed}`
}

/** The finding: "Why 62? 3 causes pull it down 19.0 points, 2 causes lift it 31.0 points". */
export function whyTitle(score: HealthScore): string {
  if (score.value === null) return `No score: ${known(score)} known, too little to judge`
  const points = allPoints(score)
  const clauses = [
    side(
      points.filter((one) => one < 0),
      "pulls it down",
      "pull it down",
    ),
    side(
      points.filter((one) => one > 0),
      "lifts it",
      "lift it",
    ),
  ].filter((clause) => clause !== null)
  return `Why ${score.value}? ${clauses.length > 0 ? clauses.join(", ") : "Nothing moves it from the baseline"}`
}

function side(points: readonly number[], one: string, many: string): string | null {
  if (points.length === 0) return null
  const sum = formatNumber(Math.abs(sumTenths(points)), 1)
  return `${formatCount(points.length, "cause")} ${points.length === 1 ? one : many} ${sum} points`
}

/** The check anybody can redo: "Baseline 50 + 31.0 − 19.0 = 62". null without a score. */
export function sumSentence(score: HealthScore): string | null {
  if (score.value === null) return null
  const points = allPoints(score)
  const terms = [points.filter((one) => one > 0), points.filter((one) => one < 0)]
    .map(sumTenths)
    .filter((sum) => sum !== 0)
    .map((sum) => ` ${formatSigned(sum, 1).replace(/^(.)/, "$1 ")}`)
  return `Baseline ${formatNumber(score.baseline)}${terms.join("")} = ${score.value}`
}

/** What the number rests on: "from 5 of 7 measures, oldest 23 days, 82 % of the weight known". */
export function basisWords(score: HealthScore): string {
  const facts = [
    `from ${known(score)}`,
    score.oldestDays !== null && `oldest ${formatCount(score.oldestDays, "day")}`,
    `${formatShare(score.coverage)} of the weight known`,
  ]
  return facts.filter(Boolean).join(", ")
}

const known = (score: HealthScore) =>
  `${formatNumber(score.measuresUsed)} of ${formatCount(score.measuresTotal, "measure")}`
