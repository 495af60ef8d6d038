import { formatCount } from "#lib/format/plural.ts"
import type { Problem } from "./schema.ts"

/** A problem as a block of lines: what and how often, where, expected, and how to fix it. */
export function describeProblem(problem: Problem): string {
  const column = problem.column === null ? "" : `column "${problem.column}"`
  const times = problem.count > 1 ? `, ${formatCount(problem.count, "time")}` : ""
  const lines = [`${problem.severity === "error" ? "ERROR" : "Warning"}: ${problem.what}${times}`]
  if (column) lines.push(`  where     ${column}`)
  for (const { row, found } of problem.samples) lines.push(`  row ${String(row).padEnd(6)}found ${found}`)
  const hidden = problem.count - problem.samples.length
  if (problem.samples.length > 0 && hidden > 0) lines.push(`  and ${formatCount(hidden, "more place")}`)
  lines.push(`  expected  ${problem.expected}`, `  fix       ${problem.fix}`)
  return lines.join("\n")
}
