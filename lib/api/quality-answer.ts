import type { z } from "zod"
import type { DescribedStandard } from "../quality/describe-standard.ts"
import type { QualityDimension } from "../quality/dimensions.ts"
import type { Measurement } from "../quality/schema.ts"
import type { qualityOfData } from "./quality.ts"

type Known = DescribedStandard & {
  readonly id: string
  readonly field: string
  readonly dimension: QualityDimension
  readonly atLeast: number
  readonly withinDays: number | null
  readonly measuredAt: Date | null
  readonly ownerName: string | null
  readonly reason: string
  readonly history: readonly Measurement[]
}

/** A standard in the words of the public API. */
export const standardAnswerOf = (
  standard: Known,
): z.input<typeof qualityOfData.answer>["standards"][number] => ({
  id: standard.id,
  field: standard.field,
  label: standard.label,
  dimension: standard.dimension,
  verdict: standard.standing.verdict,
  share: standard.standing.share,
  at_least: standard.atLeast,
  within_days: standard.withinDays,
  rows: standard.standing.newest?.rows ?? 0,
  failing: standard.standing.failing,
  fails_since: standard.standing.failsSince,
  fails_since_or_before: standard.standing.mayBeOlder,
  measured_at: standard.measuredAt?.toISOString() ?? null,
  owner: standard.ownerName,
  reason: standard.reason,
  shown_on: standard.uses.map(({ page, figure }) => ({ page, figure })),
  history: standard.history.map(({ day, rows, met, atLeast }) => ({ day, rows, met, at_least: atLeast })),
})
