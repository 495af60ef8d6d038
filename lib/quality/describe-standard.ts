import { addDays } from "#lib/format/calendar-day.ts"
import type { QualityDimension } from "./dimensions.ts"
import { measureOfField, type QualityField, ruleOf } from "./fields.ts"
import { type Use, usesOf } from "./lineage.ts"
import type { Measurement } from "./schema.ts"
import { type Standing, shareOf, standingOf } from "./standing.ts"

export type DescribedStandard = {
  readonly label: string
  /** When a row meets it, in words; null for a field that the workspace has no more. */
  readonly isMetWhen: string | null
  readonly rows: string
  readonly standing: Standing
  /** The share in percent on each of the last 30 days, oldest first; null where it was not measured. */
  readonly trend: readonly (number | null)[]
  readonly uses: readonly Use[]
}

export const trendDays = 30

/** All that the data page says of a standard, from its measurements. */
export function describeStandard(
  standard: {
    readonly field: string
    readonly dimension: QualityDimension
    readonly history: readonly Measurement[]
  },
  { fields, scored, today }: { fields: readonly QualityField[]; scored: ReadonlySet<string>; today: string },
): DescribedStandard {
  const { field, history } = standard
  const rule = ruleOf(fields, standard)
  const measure = measureOfField(field)
  const byDay = new Map(history.map((one) => [one.day, shareOf(one)]))
  return {
    label: fields.find(({ key }) => key === field)?.label ?? field,
    isMetWhen: rule?.isMetWhen ?? null,
    rows: rule?.rows ?? "rows",
    standing: standingOf(history),
    trend: Array.from({ length: trendDays }, (_, place) => {
      const share = byDay.get(addDays(today, place + 1 - trendDays)) ?? null
      return share === null ? null : Math.round(share * 1000) / 10
    }),
    uses: usesOf(field, { isScored: measure !== null && scored.has(measure) }),
  }
}

const urgency = { not_met: 0, not_measured: 1, no_rows: 2, met: 3 } as const

/** What fails first, the largest gap first; then by name. */
export function byUrgency<Row extends DescribedStandard & { readonly atLeast: number }>(
  rows: readonly Row[],
): Row[] {
  const gap = ({ standing, atLeast }: Row) => atLeast - (standing.share ?? atLeast)
  return rows.toSorted(
    (a, b) =>
      urgency[a.standing.verdict] - urgency[b.standing.verdict] ||
      (a.standing.verdict === "not_met" ? gap(b) - gap(a) : 0) ||
      (a.label < b.label ? -1 : a.label > b.label ? 1 : 0),
  )
}
