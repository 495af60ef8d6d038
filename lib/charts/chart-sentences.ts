import { type HeatEnds, heatStep } from "#lib/charts/heat-step.ts"
import { type Milestone, milestoneState } from "#lib/charts/milestone-state.ts"
import { formatShortDay } from "#lib/format/day.ts"
import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import { quantile } from "#lib/math/quantile.ts"

type Say = (value: number) => string

/** "Resolved in time is 88 %, below the target of 95 %." Differences are left to the table beside it. */
export function bulletSentence({
  label,
  value,
  target,
  say,
}: {
  label: string
  value: number | null
  target: number | null
  say: Say
}): string {
  if (value === null) return `${label}: no value yet.`
  if (target === null) return `${label} is ${say(value)}; it has no target.`
  const place = value === target ? "at" : value < target ? "below" : "above"
  return `${label} is ${say(value)}, ${place} the target of ${say(target)}.`
}

/** "512 accounts, 12 to 97, half of them from 60 to 81, median 71; 4 without a value." */
export function stripSentence({
  noun,
  values,
  say,
}: {
  noun: string
  values: readonly (number | null)[]
  say: Say
}): string {
  const known = values.filter((value) => value !== null).toSorted((a, b) => a - b)
  const missing = values.length - known.length
  const without = missing > 0 ? `; ${formatNumber(missing)} without a value` : ""
  if (known.length === 0) return `${formatCount(values.length, noun)}: no value yet.`
  const at = (share: number) => say(quantile(known, share) ?? Number.NaN)
  const count = formatCount(known.length, noun)
  if (known.length === 1) return `${count}: ${at(0)}${without}.`
  if (known.length < 5) return `${count}, ${at(0)} to ${at(1)}${without}.`
  return `${count}, ${at(0)} to ${at(1)}, half of them from ${at(0.25)} to ${at(0.75)}, median ${at(0.5)}${without}.`
}

export type HeatRow = {
  readonly key: string
  readonly label: string
  readonly values: readonly (number | null)[]
}

/** "3 rows, 12 columns: highest 110 % (Mid-Market, w55), lowest 55 % (SMB, w44); 10 cells over the target range, 10 under." */
export function heatSentence({
  columns,
  rows,
  ends,
  say,
}: {
  columns: readonly string[]
  rows: readonly HeatRow[]
  ends: HeatEnds
  say: Say
}): string {
  const cells = rows.flatMap((row) =>
    columns.map((column, place) => ({ value: row.values[place] ?? null, where: `${row.label}, ${column}` })),
  )
  const known = cells.flatMap(({ value, where }) => (value === null ? [] : [{ value, where }]))
  const size = `${formatCount(rows.length, "row")}, ${formatCount(columns.length, "column")}`
  if (known.length === 0) return `${size}: no value yet.`
  const sorted = known.toSorted((a, b) => a.value - b.value)
  const name = (cell: { value: number; where: string }) => `${say(cell.value)} (${cell.where})`
  const over = known.filter(({ value }) => heatStep(value, ends) > 3).length
  const under = known.filter(({ value }) => heatStep(value, ends) < 3).length
  const missing = cells.length - known.length
  const facts = [
    `highest ${name(sorted.at(-1)!)}, lowest ${name(sorted[0]!)}`,
    `${formatCount(over, "cell")} over the target range, ${formatNumber(under)} under`,
    missing > 0 && `${formatNumber(missing)} missing`,
  ]
  return `${size}: ${facts.filter(Boolean).join("; ")}.`
}

/** "6 milestones: 3 reached, 1 of them late; 1 open and late; 2 to come, next First value on 24 Nov." */
export function milestoneSentence(milestones: readonly Milestone[], today: string): string {
  const states = milestones.map((one) => ({ ...one, ...milestoneState(one, today) }))
  const reached = states.filter(({ reachedOn }) => reachedOn !== null)
  const late = reached.filter(({ daysLate }) => daysLate > 0).length
  const overdue = states.filter(({ status }) => status === "act").length
  const coming = states
    .filter(({ status }) => status === "routine")
    .toSorted((a, b) => a.plannedOn.localeCompare(b.plannedOn))
  const next = coming[0] && `, next ${coming[0].label} on ${formatShortDay(coming[0].plannedOn, today)}`
  const facts = [
    `${formatNumber(reached.length)} reached${late > 0 ? `, ${formatNumber(late)} of them late` : ""}`,
    overdue > 0 && `${formatNumber(overdue)} open and late`,
    coming.length > 0 && `${formatNumber(coming.length)} to come${next ?? ""}`,
  ]
  return `${formatCount(states.length, "milestone")}: ${facts.filter(Boolean).join("; ")}.`
}

/** "13 weeks, $4.1M in all: safe $3.0M, at risk $0.8M, lost $0.3M; most in w49, $0.9M; 1 without data." */
export function barsSentence({
  step,
  periods,
  parts,
  say,
}: {
  /** One period: "week", "quarter". */
  step: string
  periods: readonly { readonly label: string; readonly amounts: readonly number[] | null }[]
  parts: readonly string[]
  say: Say
}): string {
  const known = periods.flatMap(({ label, amounts }) =>
    amounts === null ? [] : [{ label, amounts, total: amounts.reduce((sum, amount) => sum + amount, 0) }],
  )
  const count = formatCount(periods.length, step)
  if (known.length === 0) return `${count}: no data yet.`
  const of = (part: number) => known.reduce((sum, { amounts }) => sum + (amounts[part] ?? 0), 0)
  const all = known.reduce((sum, { total }) => sum + total, 0)
  const most = known.reduce((best, one) => (one.total > best.total ? one : best))
  const missing = periods.length - known.length
  const split =
    parts.length > 1 ? `: ${parts.map((part, place) => `${part} ${say(of(place))}`).join(", ")}` : ""
  const facts = [
    `${count}, ${say(all)} in all${split}`,
    `most in ${most.label}, ${say(most.total)}`,
    missing > 0 && `${formatNumber(missing)} without data`,
  ]
  return `${facts.filter(Boolean).join("; ")}.`
}
