import { detectOutcome } from "#lib/health/starter/detect-outcome.ts"
import type { MeasureKind } from "#lib/signals/schema.ts"
import { measureKey, measureLabel, measureUnit } from "./describe-measure.ts"
import type { MeasurePlan } from "./import-plan.ts"
import { importLimits } from "./limits.ts"
import type { NamedMeasure, NamedMeasures } from "./named-measures.ts"
import type { ProblemList } from "./problem-list.ts"
import type { NumberStyle } from "./read-number.ts"

type Given = {
  readonly named: NamedMeasures
  readonly kinds: ReadonlyMap<string, MeasureKind>
  readonly currency: string
  readonly style: NumberStyle
  readonly problems: ProblemList
}

type Decided = {
  readonly measures: MeasurePlan[]
  readonly leftOut: { index: number; header: string; because: string }[]
  readonly guesses: string[]
}

/** Makes the measures that the rows of a long file name; spellings of one key are one measure. */
export function decideLongMeasures({ named, kinds, currency, style, problems }: Given): Decided {
  if (named.isTooMany)
    problems.add({
      kind: "too_many_measures",
      severity: "error",
      column: null,
      what: `The file names more than ${importLimits.measures} measures`,
      expected: "A column of a few measures that repeat",
      fix: "Check which column names the measure",
    })
  const outcome = outcomeOf(named)
  const byKey = new Map<string, MeasurePlan>()
  const guesses: string[] = []
  for (const [header, seen] of named.byName) {
    const key = measureKey(header)
    const known = byKey.get(key)
    if (known) byKey.set(key, { ...known, aliases: [...known.aliases, header] })
    if (key === "" || known) continue
    const kind = kinds.get(key) ?? kindOf(seen)
    if (kind === null) {
      guesses.push(
        `"${header}" holds more than ${importLimits.categories} different texts and is no measure.`,
      )
      continue
    }
    const hints = { percents: 0, amounts: 0, filled: seen.filled }
    byKey.set(key, {
      index: null,
      header,
      aliases: [],
      key,
      label: measureLabel(header),
      unit: kind === "number" ? measureUnit(header, hints, currency) : "",
      kind,
      role: header === outcome ? "outcome" : "input",
      style,
    })
  }
  return { measures: [...byKey.values()], leftOut: [], guesses }
}

/** Up to this share of words, a measure is of numbers and its words are faults, which are told. */
const mostWords = 0.2

function kindOf({ filled, words, hasManyCategories }: NamedMeasure): MeasureKind | null {
  if (words === 0 || words < mostWords * filled) return "number"
  return hasManyCategories ? null : "ordinal"
}

function outcomeOf({ byName }: NamedMeasures): string | null {
  const few = [...byName].filter(([, { hasManyCategories, words }]) => words > 0 && !hasManyCategories)
  const categories = Object.fromEntries(few.map(([name, { categories: texts }]) => [name, [...texts]]))
  return detectOutcome(Object.keys(categories), categories)?.name ?? null
}
