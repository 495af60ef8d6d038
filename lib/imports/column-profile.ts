import { importLimits } from "./limits.ts"
import { readDay } from "./read-day.ts"
import { dayOfSerial } from "./read-instant.ts"
import { type NumberStyle, numberStyles, readNumber } from "./read-number.ts"

type Sample = { readonly row: number; readonly found: string }

/** Ways to read a cell; each counts what it could not read. */
const readings = {
  point: (cell: string) => readNumber(cell, "point"),
  comma: (cell: string) => readNumber(cell, "comma"),
  day_first: (cell: string) => readDay(cell, "day_first") ?? dayOfSerial(cell),
  month_first: (cell: string) => readDay(cell, "month_first") ?? dayOfSerial(cell),
} as const
export type Reading = keyof typeof readings | "choice"

type ChoiceReader = (cell: string) => string | null

export type ColumnProfile = {
  readonly readChoice: ChoiceReader | null
  filled: number
  /** Cells that at least one of the ways could read. */
  read: number
  readonly unread: Map<Reading, { count: number; samples: Sample[] }>
  /** Cells that both number styles, or both day orders, read but as something different. */
  differing: number
  readonly categories: Set<string>
  hasManyCategories: boolean
  percents: number
  amounts: number
  addresses: number
  /** Cells that are no number and look like a calendar day. */
  days: number
}

/** An empty profile of a column that will be read in these ways. Its size does not grow with the file. */
export const newProfile = (
  ways: readonly Reading[],
  readChoice: ChoiceReader | null = null,
): ColumnProfile => ({
  readChoice,
  filled: 0,
  read: 0,
  unread: new Map(ways.map((way) => [way, { count: 0, samples: [] }])),
  differing: 0,
  categories: new Set(),
  hasManyCategories: false,
  percents: 0,
  amounts: 0,
  addresses: 0,
  days: 0,
})

const blanks = new Set(["", "-", "–", "—", "n/a", "#n/a", "null", "nan"])

/** Whether a cell says that there is no value. "NA" alone is no number but may be a region. */
export const isBlank = (cell: string): boolean => blanks.has(cell.trim().toLowerCase())

const isNotAvailable = (cell: string) => cell.trim().toUpperCase() === "NA"

export function observe(profile: ColumnProfile, cell: string, row: number): void {
  if (isBlank(cell)) return
  profile.filled += 1
  const seen: (string | number)[] = []
  for (const [way, unread] of profile.unread) {
    const value = way === "choice" ? (profile.readChoice?.(cell) ?? null) : readings[way](cell)
    if (value !== null) seen.push(value)
    else if (!isNotAvailable(cell)) {
      unread.count += 1
      if (unread.samples.length < importLimits.samples) unread.samples.push({ row, found: cell })
    }
  }
  if (seen.length > 0) profile.read += 1
  else if (/^\S{0,12}\d/.test(cell) && (readDay(cell, "day_first") ?? readDay(cell, "month_first")) !== null)
    profile.days += 1
  if (seen.length > 1 && seen[0] !== seen[1]) profile.differing += 1
  if (cell.includes("%")) profile.percents += 1
  if (/[$€£¥]/.test(cell)) profile.amounts += 1
  if (/^\S+@\S+\.\S+$/.test(cell)) profile.addresses += 1
  if (profile.hasManyCategories || profile.categories.has(cell)) return
  if (profile.categories.size >= importLimits.categories || cell.length > importLimits.categoryCharacters)
    profile.hasManyCategories = true
  else profile.categories.add(cell)
}

/** The number style that reads more of the column; when both read it all, the one its file leads to expect. */
export function numberStyleOf(profile: ColumnProfile, expected: NumberStyle): NumberStyle {
  const misses = (style: NumberStyle) => profile.unread.get(style)?.count ?? 0
  const [best] = [...numberStyles].sort(
    (a, b) => misses(a) - misses(b) || Number(b === expected) - Number(a === expected),
  )
  return best ?? expected
}
