import { formatCount } from "#lib/format/plural.ts"
import { type FaultWords, faultWords } from "./fault-words.ts"
import type { FieldSpec } from "./field-spec.ts"
import type { ImportPlan } from "./import-plan.ts"
import { treatmentOf } from "./judge-row.ts"
import { fieldSpec } from "./kinds.ts"
import { importLimits } from "./limits.ts"
import { printable } from "./printable.ts"
import { proposeRepairs } from "./propose-repairs.ts"
import type { Fault } from "./records.ts"
import type { Problem } from "./schema.ts"

type Group = {
  readonly fault: Fault
  count: number
  readonly samples: { row: number; found: string }[]
  readonly values: Map<string, number>
}

/** So many different texts are counted exactly, those met first. */
const trackedValues = 200

export type Tallied = {
  readonly errors: readonly Problem[]
  readonly warnings: readonly Problem[]
  /** What decisions already taken do. */
  readonly notes: readonly string[]
}

/** Collects the faults of all rows by their repair: its size does not grow with the file. */
export class FaultTally {
  readonly #groups = new Map<string, Group>()

  add(fault: Fault, row: number): void {
    const key = `${fault.kind}:${fault.columnIndex ?? ""}`
    let group = this.#groups.get(key)
    if (!group) {
      group = { fault, count: 0, samples: [], values: new Map() }
      this.#groups.set(key, group)
    }
    group.count += 1
    if (group.samples.length < importLimits.samples)
      group.samples.push({ row, found: printable(fault.found) })
    const known = group.values.get(fault.found)
    if (known !== undefined) group.values.set(fault.found, known + 1)
    else if (group.values.size < trackedValues && fault.found.length <= 400)
      group.values.set(Array.from(fault.found).join(""), 1)
  }

  /** `filled` is how many cells of a column hold something: few wrong ones among many are a warning. */
  conclude(plan: ImportPlan, filled: (column: number) => number): Tallied {
    const errors: Problem[] = []
    const warnings: Problem[] = []
    const notes: string[] = []
    for (const group of this.#groups.values()) {
      const { fault, count } = group
      const spec = fault.field ? (fieldSpec(plan.kind, fault.field) ?? null) : null
      const words = faultWords(fault.kind, spec)
      const decision = decided(plan, fault)
      if (decision !== null) {
        notes.push(`${words.what}, ${formatCount(count, "time")}: ${decision}`)
        continue
      }
      const cells = fault.columnIndex === null ? 0 : filled(fault.columnIndex)
      const isWarning =
        words.severity === "warning" ||
        (words.severity === "by_share" && count < importLimits.strayShare * cells)
      const problem = problemOf(group, { plan, spec, words, isWarning })
      if (isWarning) warnings.push(problem)
      else errors.push(problem)
    }
    return { errors, warnings, notes }
  }
}

/** What was decided about a fault, as the end of a sentence; null when nothing was. */
function decided(plan: ImportPlan, fault: Fault): string | null {
  if (fault.kind === "repeated_id") {
    const keep = plan.repairs.findLast((repair) => repair.do === "keep")
    return keep?.do === "keep" ? `only the ${keep.which} row of each counts` : null
  }
  const treatment = treatmentOf(plan, fault)
  if (!treatment) return null
  if (treatment.do === "reject") return "these rows are left out"
  if (treatment.do === "adopt") return "they are the same and get the ids of their rows"
  return treatment.do === "blank" ? "these cells count as blank" : "they are created"
}

type Given = { plan: ImportPlan; spec: FieldSpec | null; words: FaultWords; isWarning: boolean }

function problemOf(group: Group, { plan, spec, words, isWarning }: Given): Problem {
  const { fault, count, samples, values } = group
  const { kind, columnIndex } = fault
  const stray = isWarning && words.severity === "by_share"
  const ranked = [...values].sort((a, b) => b[1] - a[1]).slice(0, importLimits.values)
  return {
    id: `${kind}:${columnIndex ?? ""}`,
    kind,
    severity: isWarning ? "warning" : "error",
    column: columnIndex === null ? null : printable(plan.headers[columnIndex] ?? ""),
    columnIndex,
    what: words.what,
    count,
    samples,
    values: ranked.map(([found, times]) => ({
      found: found.toWellFormed().replaceAll("\u0000", "\ufffd"),
      count: times,
    })),
    expected: words.expected,
    fix: stray ? `${words.fix}; until then they count as blank` : words.fix,
    repairs: proposeRepairs({ kind, columnIndex, spec, plan, values: ranked.map(([found]) => found) }),
  }
}
