import type { ColumnProfile } from "./column-profile.ts"
import type { FieldSpec, KindSpec } from "./field-spec.ts"
import type { ColumnMap } from "./map-columns.ts"
import type { ProblemList } from "./problem-list.ts"
import type { DayOrder } from "./read-day.ts"
import type { ImportSettings, Repair } from "./settings.ts"

type Given = {
  readonly spec: KindSpec
  readonly map: ColumnMap
  readonly profiles: readonly ColumnProfile[]
  readonly settings: ImportSettings
  readonly timeZone: string
  readonly problems: ProblemList
  readonly guesses: string[]
}

export const readsDays = (type: FieldSpec["type"]): boolean => type === "day" || type === "instant"

const monthFirstZones =
  /^(America\/(New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit|Boise|Anchorage|Indiana\/.+)|Pacific\/Honolulu|US\/.+)$/

/**
 * The order of day and month in each column of dates: as a person chose, else the one that reads the column. A
 * column that both orders read but differently, or that no single order reads, stops the import with a choice.
 */
export function decideDays(given: Given): ReadonlyMap<number, DayOrder> {
  const { spec, map, profiles, settings, problems, guesses } = given
  const orders = new Map<number, DayOrder>()
  const open: { index: number; header: string }[] = []
  for (const [key, { index, header }] of map.fields) {
    const field = spec.fields.find((known) => known.key === key)!
    if (!readsDays(field.type)) continue
    const profile = profiles[index]!
    const chosen = settings.repairs.findLast((repair) => repair.do === "read_days" && repair.column === index)
    const { onlyDayFirst, onlyMonthFirst } = exclusive(profile)
    orders.set(index, onlyMonthFirst > onlyDayFirst ? "month_first" : "day_first")
    if (chosen?.do === "read_days") orders.set(index, chosen.order)
    else if (onlyDayFirst > 0 && onlyMonthFirst > 0)
      problems.addAll(
        {
          ...mixedDays(header, index),
          repairs: choices(index, orders.get(index)!),
        },
        { count: Math.min(onlyDayFirst, onlyMonthFirst), samples: samplesOf(profile, orders.get(index)!) },
      )
    else if (onlyDayFirst > 0 || onlyMonthFirst > 0)
      guesses.push(`"${header}" is read as ${pattern(profile, orders.get(index)!)}.`)
    else if (profile.differing > 0) open.push({ index, header })
  }
  const decided = [...orders].find(([index]) => !open.some((column) => column.index === index))?.[1]
  const isDecidedByFile = decided === "month_first"
  const likely: DayOrder =
    isDecidedByFile || monthFirstZones.test(settings.timeZone ?? given.timeZone) ? "month_first" : "day_first"
  for (const { index, header } of open) {
    orders.set(index, likely)
    problems.addAll(
      { ...ambiguousDays(header, index), repairs: choices(index, likely) },
      { count: profiles[index]!.differing, samples: [] },
    )
  }
  return orders
}

/** Cells that only one of the two orders can read. */
function exclusive(profile: ColumnProfile) {
  const dayFirst = profile.unread.get("day_first")?.count ?? 0
  const monthFirst = profile.unread.get("month_first")?.count ?? 0
  const neither = Math.min(dayFirst, monthFirst, Math.max(0, profile.filled - profile.read))
  return { onlyDayFirst: monthFirst - neither, onlyMonthFirst: dayFirst - neither }
}

/** The order in words, with the sign that stands between the parts. */
function pattern({ categories }: ColumnProfile, order: DayOrder): string {
  const written = [...categories].map((cell) => /^\s*\d{1,2}([./-])\d{1,2}\1\d/.exec(cell)?.[1])
  const sign = written.find((found) => found !== undefined) ?? "."
  return (order === "day_first" ? ["day", "month", "year"] : ["month", "day", "year"]).join(sign)
}

const samplesOf = (profile: ColumnProfile, order: DayOrder) => profile.unread.get(order)?.samples ?? []

function choices(column: number, first: DayOrder): { label: string; repair: Repair }[] {
  const labels: Record<DayOrder, string> = {
    day_first: "Read day, month, year (31.03.2026)",
    month_first: "Read month, day, year (03/31/2026)",
  }
  const second: DayOrder = first === "day_first" ? "month_first" : "day_first"
  return [first, second].map((order) => ({
    label: labels[order],
    repair: { do: "read_days", column, order },
  }))
}

const mixedDays = (header: string, columnIndex: number) =>
  ({
    kind: "mixed_dates",
    severity: "error",
    column: header,
    columnIndex,
    what: "Some dates can only be read with the day first, others only with the month first",
    expected: "Dates in one order, best as 2026-03-31",
    fix: "Choose the order of most; the others can then be left out or corrected in the file",
  }) as const

const ambiguousDays = (header: string, columnIndex: number) =>
  ({
    kind: "ambiguous_date",
    severity: "error",
    column: header,
    columnIndex,
    what: "Day and month cannot be told apart in any row",
    expected: "Dates such as 2026-03-31",
    fix: "Choose the order, or write the dates as YYYY-MM-DD",
  }) as const
