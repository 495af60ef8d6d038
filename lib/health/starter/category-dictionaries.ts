import type { Direction } from "../schema.ts"

type Dictionary = {
  readonly name: string
  /** Whether the meaning turns with the measure: "high" is good for usage and bad for risk. */
  readonly turns: boolean
  readonly scores: Readonly<Record<string, number>>
}

const yesAndNo = "yes and no"

const dictionaries: readonly Dictionary[] = [
  {
    name: yesAndNo,
    turns: true,
    scores: {
      yes: 85,
      y: 85,
      true: 85,
      t: 85,
      "1": 85,
      "1.0": 85,
      no: 40,
      n: 40,
      false: 40,
      f: 40,
      "0": 40,
      "0.0": 40,
    },
  },
  {
    name: "low to high",
    turns: true,
    scores: {
      ...{ none: 5, "very low": 10, low: 30, medium: 60, moderate: 60, mid: 60, normal: 65, high: 90 },
      ...{ "very high": 98 },
    },
  },
  {
    name: "contract terms",
    turns: false,
    scores: {
      ...{
        "month to month": 35,
        monthly: 35,
        "pay as you go": 30,
        quarterly: 50,
        "half yearly": 60,
        "six months": 60,
      },
      ...{ "one year": 75, "1 year": 75, annual: 75, yearly: 75, "12 months": 75 },
      ...{ "two year": 90, "two years": 90, "2 years": 90, "24 months": 90 },
      ...{ "three year": 95, "three years": 95, "3 years": 95, "36 months": 95, "multi year": 95 },
    },
  },
  {
    name: "poor to excellent",
    turns: false,
    scores: {
      ...{ "very poor": 5, "very bad": 5, poor: 20, bad: 20, negative: 20, fair: 50, neutral: 55, mixed: 55 },
      ...{ average: 60, ok: 60, okay: 60, good: 85, positive: 85, "very good": 92, excellent: 98, great: 95 },
    },
  },
  {
    name: "satisfaction",
    turns: false,
    scores: {
      ...{ "very dissatisfied": 5, dissatisfied: 25, unsatisfied: 25, neutral: 55, satisfied: 85 },
      ...{ "very satisfied": 98, detractor: 15, passive: 60, promoter: 95 },
    },
  },
  {
    name: "traffic lights",
    turns: false,
    scores: { red: 20, orange: 40, amber: 60, yellow: 60, green: 90 },
  },
  {
    name: "plans",
    turns: false,
    scores: {
      ...{
        free: 30,
        trial: 30,
        freemium: 30,
        basic: 50,
        starter: 50,
        lite: 50,
        standard: 60,
        plus: 65,
        team: 65,
      },
      ...{ growth: 70, pro: 75, professional: 75, business: 80, premium: 82, advanced: 80, enterprise: 92 },
      ...{ ultimate: 95, bronze: 45, silver: 60, gold: 78, platinum: 90 },
    },
  },
  {
    name: "payment",
    turns: false,
    scores: {
      paid: 90,
      "on time": 90,
      current: 90,
      due: 60,
      pending: 55,
      late: 30,
      overdue: 20,
      unpaid: 15,
      failed: 10,
    },
  },
]

export type DictionaryMatch =
  | { readonly isKnown: true; readonly dictionary: string; readonly scores: Record<string, number> }
  | { readonly isKnown: false; readonly unknown: readonly string[] }

/**
 * Scores for categories whose order everybody knows, from the one dictionary that knows all of them; otherwise
 * the categories the best dictionary does not know. "No …" beside yes and no ("No phone service") reads as no.
 */
export function lookUpCategories(values: readonly string[], direction: Direction): DictionaryMatch {
  let unknown = values
  for (const { name, turns, scores } of dictionaries) {
    const read = (value: string): number | undefined =>
      known(scores, plain(value)) ??
      (name === yesAndNo && plain(value).startsWith("no ") ? scores.no : undefined)
    const strange = values.filter((value) => read(value) === undefined)
    if (strange.length === 0) {
      const ends = Math.max(...Object.values(scores)) + Math.min(...Object.values(scores))
      const turned = turns && direction === "lower"
      const pairs = values.map((value) => [value, turned ? ends - read(value)! : read(value)!] as const)
      return { isKnown: true, dictionary: name, scores: Object.fromEntries(pairs) }
    }
    if (strange.length < unknown.length) unknown = strange
  }
  return { isKnown: false, unknown }
}

const plain = (value: string): string =>
  value
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")

const known = (scores: Readonly<Record<string, number>>, word: string): number | undefined =>
  Object.hasOwn(scores, word) ? scores[word] : undefined
