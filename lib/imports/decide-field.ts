import { lifecycleStages, segments } from "#lib/accounts/schema.ts"
import type { PlannedField } from "./column-plan.ts"
import { type ColumnProfile, numberStyleOf, type Reading } from "./column-profile.ts"
import { importLimits } from "./limits.ts"
import type { FieldColumn } from "./map-header.ts"
import type { ProblemList } from "./problem-list.ts"
import type { DayOrder } from "./read-day.ts"
import type { NumberStyle } from "./read-number.ts"
import { type ImportField, importFieldNames } from "./schema.ts"

type Decided =
  | { readonly isSignal: true; readonly notes: readonly string[] }
  | { readonly isSignal: false; readonly planned: PlannedField; readonly notes: readonly string[] }

type Given = {
  readonly field: ImportField
  readonly column: FieldColumn
  readonly profile: ColumnProfile
  readonly expected: NumberStyle
  readonly problems: ProblemList
}

/**
 * How the cells of a field are read. A header that only looked like segment or stage, while its cells are
 * other words, is a signal after all; money and dates that cannot be read stop the import.
 */
export function decideField({ field, column, profile, expected, problems }: Given): Decided {
  const style = numberStyleOf(profile, expected)
  const order = dayOrderOf(profile)
  const planned = { ...column, style, order }
  const way = wayOf(field, style, order)
  const unread = way ? profile.unread.get(way) : undefined
  const notes: string[] = []
  if (unread && unread.count > 0) {
    const isStray = unread.count < importLimits.strayShare * profile.filled
    const isChoice = way === "segment" || way === "stage"
    if (isChoice && !column.isChosen && !isStray) {
      const name = importFieldNames[field].toLowerCase()
      return {
        isSignal: true,
        notes: [`"${column.header}" holds other words than a ${name}: kept as a signal.`],
      }
    }
    problems.addAll(words(field, column.header, isStray), unread)
  }
  if (way === order && profile.differing > 0 && isUndecided(profile))
    problems.addAll(ambiguousDays(column.header), { count: profile.differing, samples: [] })
  if (way === style && profile.differing > 0 && isUndecided(profile))
    notes.push(
      `Guess: "${column.header}" uses a decimal ${style}; its cells could also be read the other way.`,
    )
  return { isSignal: false, planned, notes }
}

function wayOf(field: ImportField, style: NumberStyle, order: DayOrder): Reading | null {
  if (field === "segment") return "segment"
  if (field === "lifecycleStage") return "stage"
  if (field === "arr" || field === "mrr") return style
  return field === "contractStart" || field === "contractEnd" ? order : null
}

const misses = (profile: ColumnProfile, way: Reading) => profile.unread.get(way)?.count ?? 0

const dayOrderOf = (profile: ColumnProfile): DayOrder =>
  misses(profile, "month_first") < misses(profile, "day_first") ? "month_first" : "day_first"

const isUndecided = (profile: ColumnProfile) =>
  misses(profile, "point") === misses(profile, "comma") &&
  misses(profile, "day_first") === misses(profile, "month_first")

const expectations: Partial<Record<ImportField, string>> = {
  segment: `One of ${segments.join(", ")}`,
  lifecycleStage: `One of ${lifecycleStages.join(", ")}`,
  arr: "An amount such as 12000 or 12,000.50",
  mrr: "An amount such as 1000 or 1,000.50",
}

const words = (field: ImportField, header: string, isStray: boolean) =>
  ({
    kind: "unreadable_field",
    severity: isStray ? "warning" : "error",
    column: header,
    what: `${importFieldNames[field]} cannot be read`,
    expected: expectations[field] ?? "A date such as 2026-03-31",
    fix: isStray
      ? "Correct these cells and import again; until then they count as blank"
      : "Correct the column, or name another one with --map",
  }) as const

const ambiguousDays = (header: string) =>
  ({
    kind: "ambiguous_date",
    severity: "error",
    column: header,
    what: "Day and month cannot be told apart in any row",
    expected: "Dates such as 2026-03-31",
    fix: "Write the dates as YYYY-MM-DD",
  }) as const
