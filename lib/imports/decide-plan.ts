import { detectOutcome } from "#lib/health/starter/detect-outcome.ts"
import type { MeasureKind } from "#lib/signals/schema.ts"
import { readFieldChoice } from "./choice-reader.ts"
import { type ColumnProfile, newProfile, numberStyleOf, type Reading } from "./column-profile.ts"
import { decideDays } from "./decide-days.ts"
import { decideLongMeasures } from "./decide-long-measures.ts"
import { decideMeasure } from "./decide-measure.ts"
import type { FieldSpec, KindSpec } from "./field-spec.ts"
import type { FieldPlan, ImportPlan, MeasurePlan } from "./import-plan.ts"
import type { ColumnMap } from "./map-columns.ts"
import type { NamedMeasures } from "./named-measures.ts"
import { ProblemList } from "./problem-list.ts"
import type { NumberStyle } from "./read-number.ts"
import type { Problem } from "./schema.ts"
import type { Separator } from "./separator.ts"
import type { ImportSettings } from "./settings.ts"
import { statedCurrency } from "./stated-currency.ts"

const waysOfType: Partial<Record<FieldSpec["type"], readonly Reading[]>> = {
  number: ["point", "comma"],
  money: ["point", "comma"],
  day: ["day_first", "month_first"],
  instant: ["day_first", "month_first"],
  choice: ["choice"],
}

/** One empty profile per column, ready for the ways in which its cells may have to be read. */
export function profilesOf(spec: KindSpec, map: ColumnMap): ColumnProfile[] {
  return map.uses.map(({ use }) => {
    if (use === "measure") return newProfile(["point", "comma"])
    const field = spec.fields.find(({ key }) => key === use)
    if (!field) return newProfile([])
    // The value of a long file may be a number; a choice may turn out to be a measure after all.
    if (use === "value") return newProfile(["point", "comma"])
    if (field.type !== "choice") return newProfile(waysOfType[field.type] ?? [])
    const ways: Reading[] = spec.others === "measures" ? ["point", "comma", "choice"] : ["choice"]
    return newProfile(ways, (cell) => readFieldChoice(field, cell))
  })
}

export type Deciding = {
  readonly spec: KindSpec
  readonly map: ColumnMap
  readonly profiles: readonly ColumnProfile[]
  readonly separator: Separator | null
  readonly settings: ImportSettings
  /** The workspace's own: the day, zone and currency in which values are meant when nothing else says. */
  readonly today: string
  readonly timeZone: string
  readonly currency: string
  /** Kinds of the measures that the workspace already has: they do not change. */
  readonly kinds: ReadonlyMap<string, MeasureKind>
  /** What the rows of a long file say of each measure that they name. */
  readonly named: NamedMeasures
}

export type Decided = {
  readonly plan: ImportPlan
  readonly problems: readonly Problem[]
  readonly guesses: readonly string[]
}

/** How each column of one file is read, from the cells that were seen and what a person decided. */
export function decidePlan(given: Deciding): Decided {
  const { spec, map, settings } = given
  const problems = new ProblemList()
  const guesses: string[] = []
  const fields: Record<string, FieldPlan> = {}
  const signals = map.uses.flatMap(({ use }, index) => (use === "measure" ? [index] : []))
  const expected: NumberStyle = given.separator === ";" ? "comma" : "point"
  const days = decideDays({ ...given, problems, guesses })
  for (const [key, column] of map.fields) {
    const field = spec.fields.find((known) => known.key === key)!
    const profile = given.profiles[column.index]!
    if (isOtherWords(spec, field, profile) && !column.isChosen) {
      signals.push(column.index)
      guesses.push(
        `"${column.header}" holds other words than a ${field.label.toLowerCase()}: kept as a measure.`,
      )
      continue
    }
    const style = styleOf(settings, column.index) ?? numberStyleOf(profile, expected)
    if (isNumeric(field) && styleOf(settings, column.index) === null) {
      if (isStyleOpen(profile)) guesses.push(styleGuess(column.header, style))
      else if (isStyleSeen(profile)) guesses.push(styleFound(column.header, style))
    }
    fields[key] = { ...column, style, order: days.get(column.index) ?? "day_first" }
  }
  const decided =
    map.shape === "long"
      ? decideLongMeasures({ ...given, style: fields.value?.style ?? expected, problems })
      : decideMeasures(given, signals, expected)
  guesses.push(...decided.guesses)
  const own = given.currency
  const amounts = spec.fields.filter(({ key, type }) => type === "money" && key in fields)
  const isOwn = ({ key }: FieldSpec) =>
    statedCurrency({ cell: null, amount: "", header: fields[key]!.header, own }) === own
  if (!fields.currency && amounts.length > 0 && amounts.every(isOwn))
    guesses.push(`Amounts are in ${given.currency}, the currency of this workspace.`)
  const timeZone = settings.timeZone ?? given.timeZone
  if (spec.fields.some(({ key, type }) => type === "instant" && key in fields) && settings.timeZone === null)
    guesses.push(`Guess: times without an offset are meant in ${timeZone}.`)
  return {
    plan: {
      kind: spec.kind,
      shape: map.shape,
      headers: [...map.headers],
      fields,
      measures: decided.measures,
      leftOut: decided.leftOut,
      day: settings.day ?? given.today,
      today: given.today,
      timeZone,
      currency: given.currency,
      conflict: settings.conflict,
      repairs: settings.repairs,
      treatments: treatmentsOf(settings),
    },
    problems: problems.toArray(),
    guesses,
  }
}

const isNumeric = ({ key, type }: FieldSpec) => type === "number" || type === "money" || key === "value"

const misses = (profile: ColumnProfile, way: Reading) => profile.unread.get(way)?.count ?? 0

const isStyleOpen = (profile: ColumnProfile) =>
  profile.differing > 0 && misses(profile, "point") === misses(profile, "comma")

/** Some cell can be read in one of the styles only. */
const isStyleSeen = (profile: ColumnProfile) => misses(profile, "point") !== misses(profile, "comma")

const styleFound = (header: string, style: NumberStyle) =>
  `"${header}" is read with a decimal ${style} (${style === "comma" ? "1.234,50" : "1,234.50"}).`

const styleGuess = (header: string, style: NumberStyle) =>
  `Guess: "${header}" uses a decimal ${style}; its cells could also be read the other way.`

/** A header that only looked like a choice, while most of its cells are other words, is a measure after all. */
const isOtherWords = (spec: KindSpec, field: FieldSpec, profile: ColumnProfile) =>
  spec.others === "measures" && field.type === "choice" && misses(profile, "choice") * 2 > profile.filled

function styleOf({ repairs }: ImportSettings, column: number): NumberStyle | null {
  const repair = repairs.findLast((one) => one.do === "read_numbers" && one.column === column)
  return repair?.do === "read_numbers" ? repair.style : null
}

const treatmentsOf = ({ repairs }: ImportSettings): ImportPlan["treatments"] =>
  repairs.flatMap((repair) =>
    repair.do === "blank" || repair.do === "reject" || repair.do === "create" || repair.do === "adopt"
      ? [{ problem: repair.problem, column: repair.column, do: repair.do }]
      : [],
  )

function decideMeasures(given: Deciding, signals: readonly number[], expected: NumberStyle) {
  const { map, profiles, settings } = given
  const measures: MeasurePlan[] = []
  const leftOut: { index: number; header: string; because: string }[] = []
  const guesses: string[] = []
  const outcome = outcomeOf(map, profiles, signals)
  const keys = new Set<string>()
  for (const index of [...signals].sort((a, b) => a - b)) {
    const header = map.headers[index]!
    const decided = decideMeasure({
      index,
      header,
      profile: profiles[index]!,
      role: index === outcome ? "outcome" : "input",
      expected,
      currency: given.currency,
      kinds: given.kinds,
      keys,
    })
    if (decided.isLeftOut) leftOut.push({ index, header: decided.header, because: decided.because })
    else {
      const style = styleOf(settings, index)
      measures.push({ ...decided.measure, ...(style && { style }) })
      if (decided.note && style === null) guesses.push(decided.note)
      else if (style === null && decided.measure.style === "comma" && isStyleSeen(profiles[index]!))
        guesses.push(styleFound(header, "comma"))
    }
  }
  return { measures, leftOut, guesses }
}

function outcomeOf(
  { headers }: ColumnMap,
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
