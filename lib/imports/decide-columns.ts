import { detectOutcome } from "#lib/health/starter/detect-outcome.ts"
import type { MeasureKind } from "#lib/signals/schema.ts"
import type { ColumnPlan, PlannedField, PlannedMeasure } from "./column-plan.ts"
import { type ColumnProfile, newProfile, type Reading } from "./column-profile.ts"
import { decideField } from "./decide-field.ts"
import { decideMeasure } from "./decide-measure.ts"
import type { HeaderMap } from "./map-header.ts"
import { ProblemList } from "./problem-list.ts"
import type { NumberStyle } from "./read-number.ts"
import type { ImportField } from "./schema.ts"
import type { Separator } from "./separator.ts"

const waysOfField: Partial<Record<ImportField, readonly Reading[]>> = {
  segment: ["point", "comma", "segment"],
  lifecycleStage: ["point", "comma", "stage"],
  arr: ["point", "comma"],
  mrr: ["point", "comma"],
  contractStart: ["day_first", "month_first"],
  contractEnd: ["day_first", "month_first"],
}

/** One empty profile per column, ready for the ways in which its cells may have to be read. */
export function profilesFor(header: HeaderMap): ColumnProfile[] {
  const ways = new Map<number, readonly Reading[]>(header.signals.map((index) => [index, ["point", "comma"]]))
  for (const [field, column] of header.fields) ways.set(column.index, waysOfField[field] ?? [])
  return header.headers.map((_, index) => newProfile(ways.get(index) ?? []))
}

type Given = {
  readonly header: HeaderMap
  readonly profiles: readonly ColumnProfile[]
  readonly separator: Separator
  readonly currency: string
  /** Kinds of the measures that the workspace already has: they do not change. */
  readonly kinds: ReadonlyMap<string, MeasureKind>
}

export function decideColumns({ header, profiles, separator, currency, kinds }: Given): ColumnPlan {
  const problems = new ProblemList()
  const notes: string[] = []
  const fields = new Map<ImportField, PlannedField>()
  const signals = [...header.signals]
  const expected: NumberStyle = separator === ";" ? "comma" : "point"
  for (const [field, column] of header.fields) {
    const decided = decideField({ field, column, profile: profiles[column.index]!, expected, problems })
    if (decided.isSignal) signals.push(column.index)
    else fields.set(field, decided.planned)
    notes.push(...decided.notes)
  }
  const measures: PlannedMeasure[] = []
  const leftOut: { header: string; because: string }[] = []
  const keys = new Set<string>()
  const outcome = outcomeOf(header, profiles, signals)
  for (const index of signals.sort((a, b) => a - b)) {
    const decided = decideMeasure({
      index,
      header: header.headers[index]!,
      profile: profiles[index]!,
      role: index === outcome ? "outcome" : "input",
      expected,
      currency,
      kinds,
      keys,
      problems,
    })
    if (decided.isLeftOut) leftOut.push(decided)
    else measures.push(decided.measure)
    if (decided.note) notes.push(decided.note)
  }
  return { fields, measures, leftOut, notes, problems: problems.toArray() }
}

/** The column that tells what became of the account; it must never feed the score that foresees it. */
function outcomeOf(
  { headers }: HeaderMap,
  profiles: readonly ColumnProfile[],
  signals: readonly number[],
): number | null {
  const few = signals.filter((index) => !profiles[index]!.hasManyCategories)
  const categories = Object.fromEntries(
    few.map((index) => [headers[index]!, [...profiles[index]!.categories]]),
  )
  const found = detectOutcome(Object.keys(categories), categories)
  return found ? (few.find((index) => headers[index] === found.name) ?? null) : null
}
