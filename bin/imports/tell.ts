import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import { describeProblem } from "#lib/imports/describe-problem.ts"
import { encodingNames } from "#lib/imports/encoding.ts"
import type { FileFacts } from "#lib/imports/file-facts.ts"
import type { ImportCheck } from "#lib/imports/import-check.ts"
import type { ImportPlan } from "#lib/imports/import-plan.ts"
import { fieldSpec } from "#lib/imports/kinds.ts"
import { printable, withoutControls } from "#lib/imports/printable.ts"
import type { Problem } from "#lib/imports/schema.ts"
import { separatorNames } from "#lib/imports/separator.ts"
import type { ImportOutcome } from "#lib/server/imports/write-import.ts"

export const print = (line = "") => console.log(line)

/** One line about the file itself; what was inferred is called a guess. */
export function describeFacts({ format, isZipped, encoding, separator, sheet }: FileFacts): string {
  if (format === "xlsx") return `Workbook, sheet "${printable(sheet ?? "")}"`
  const told = encoding ? encodingNames[encoding.name] : "Text"
  const guess = encoding?.isGuess ? `${told} (a guess: it is not valid UTF-8)` : told
  const columns = separator ? `, columns separated by ${separatorNames[separator.value]}` : ""
  return `${guess}${columns}${isZipped ? ", compressed" : ""}`
}

/** What each column becomes, with what is left out. */
function describePlan(plan: ImportPlan): string[] {
  const fields = Object.entries(plan.fields).map(([key, { header, isChosen }]) => {
    const label = fieldSpec(plan.kind, key)?.label ?? key
    return `  ${label.padEnd(26)}${printable(header)}${isChosen ? "" : "  (by its name)"}`
  })
  const measures = plan.measures.map(({ label, unit, kind, role }) => {
    const shape = kind === "number" ? `number${unit ? `, ${unit}` : ""}` : "categories"
    return `  ${role === "outcome" ? "Outcome" : "Measure"}  ${label} (${shape})`
  })
  const leftOut = plan.leftOut.map(({ header, because }) => `  Left out ${printable(header)}: ${because}`)
  return [...fields, ...measures, ...leftOut]
}

export function printCheck(check: ImportCheck): void {
  if (check.plan) for (const line of describePlan(check.plan)) print(line)
  for (const note of check.notes) print(`  ${withoutControls(note)}`)
  for (const problem of [...check.problems, ...check.warnings]) printProblem(problem)
}

/** A problem and the repairs that the command line may choose for it. */
function printProblem(problem: Problem): void {
  print(`\n${describeProblem(problem)}`)
  for (const [place, { label }] of problem.repairs.entries())
    print(`  or        --repair ${problem.id}=${place + 1}  ${withoutControls(label)}`)
}

export function describeCheck({ rows, counts }: ImportCheck): string {
  const told = (count: number | null) => (count === null ? "some" : formatNumber(count))
  return (
    `  ${formatCount(rows, "row")} read: ${told(counts.create)} to create, ${told(counts.update)} to update, ` +
    `${told(counts.skip)} unchanged, ${formatNumber(counts.reject)} left out` +
    (counts.readings > 0 ? `, ${formatCount(counts.readings, "reading")}` : "")
  )
}

export function describeOutcome(outcome: ImportOutcome, seconds: number): string[] {
  const { rows, created, updated, skipped, rejected, signals } = outcome
  const perSecond = formatNumber(Math.round(rows / Math.max(seconds, 0.001)))
  return [
    `  Rows      ${formatNumber(rows)} read: ${formatNumber(created)} created, ${formatNumber(updated)} updated, ` +
      `${formatNumber(skipped)} unchanged, ${formatNumber(rejected)} left out`,
    ...(signals > 0 ? [`  Signals   ${formatNumber(signals)} written`] : []),
    `  Time      ${formatNumber(seconds, 1)} s, ${perSecond} rows/s`,
  ]
}

let shownAt = 0

export function showProgress(phase: "Checking" | "Writing", rows: number): void {
  if (!process.stderr.isTTY || performance.now() - shownAt < 200) return
  shownAt = performance.now()
  process.stderr.write(`\r${phase} ${formatNumber(rows)} rows …   `)
}

export function endProgress(): void {
  if (shownAt > 0) process.stderr.write("\r\u001b[K")
}
