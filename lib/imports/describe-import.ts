import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import type { ColumnPlan } from "./column-plan.ts"
import { encodingNames, type FileEncoding } from "./encoding.ts"
import { printable, withoutControls } from "./printable.ts"
import { importFieldNames } from "./schema.ts"
import { type Separator, separatorNames } from "./separator.ts"

/** One line about the file itself; what was inferred is called a guess. */
export function describeFile(file: { encoding: FileEncoding; separator: Separator }): string {
  const encoding = encodingNames[file.encoding.name]
  const told = file.encoding.isGuess ? `${encoding} (a guess: it is not valid UTF-8)` : encoding
  return `${told}, columns separated by ${separatorNames[file.separator]}`
}

/** What each column becomes, with the guesses and what is left out. */
export function describePlan(plan: ColumnPlan): string[] {
  const lines = [...plan.fields].map(
    ([field, { header, isChosen }]) =>
      `  ${importFieldNames[field].padEnd(26)}${printable(header)}${isChosen ? "" : "  (by its name)"}`,
  )
  for (const { label, unit, kind, role } of plan.measures) {
    const shape = kind === "number" ? `number${unit ? `, ${unit}` : ""}` : "categories"
    lines.push(`  ${role === "outcome" ? "Outcome" : "Measure"}  ${label} (${shape})`)
  }
  for (const { header, because } of plan.leftOut) lines.push(`  Left out ${printable(header)}: ${because}`)
  for (const note of plan.notes) lines.push(`  ${withoutControls(note)}`)
  if (plan.fields.has("contractEnd") && !plan.fields.has("contractStart"))
    lines.push("  Guess: the file names no contract start, so new contracts begin one year before their end.")
  return lines
}

type Counts = {
  readonly rowsRead: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly signals: number
  readonly measuresNew: number
  readonly arrMoved: number
  readonly contracts: number
  readonly seconds: number
}

export function describeCounts(counts: Counts): string[] {
  const { rowsRead, created, updated, unchanged, signals, measuresNew, arrMoved, contracts, seconds } = counts
  const perSecond = formatNumber(Math.round(rowsRead / Math.max(seconds, 0.001)))
  return [
    `  Accounts  ${formatNumber(rowsRead)} read: ${formatNumber(created)} created, ` +
      `${formatNumber(updated)} updated, ${formatNumber(unchanged)} unchanged`,
    `  Signals   ${formatNumber(signals)} written, ${formatCount(measuresNew, "new measure")}`,
    ...(arrMoved > 0 ? [`  Revenue   ${formatCount(arrMoved, "movement")}`] : []),
    ...(contracts > 0 ? [`  Contracts ${formatNumber(contracts)} written`] : []),
    `  Time      ${formatNumber(seconds, 1)} s, ${perSecond} rows/s`,
  ]
}
