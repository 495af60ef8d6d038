import { nameWords } from "./name-words.ts"

export type DetectedOutcome = { readonly name: string; readonly bad: string; readonly because: string }

// Ordered: a plain "Churn" is preferred to a "Churn Label" beside it.
const badNames = [
  /^ (is |has )?(churn|churned|attrition|attrited|cancelled|canceled|exited|left|lapsed|terminated|lost) $/,
  /^ (is |has )?(customer |account |client )?(churn|churned|attrition|cancelled|canceled|exited|left|lapsed|lost) (flag|label|value|status|indicator|yn)? ?$/,
  /^ (customer|account|client|subscription|renewal) (status|state|outcome) $/,
]
const goodNames = [
  /^ (is |has |was )?(customer |account |contract )?(retained|renewed|stayed) (flag|label|value)? ?$/,
]

const yes = ["yes", "y", "true", "t", "1", "1.0"]
const no = ["no", "n", "false", "f", "0", "0.0"]
const ended = [
  ...[
    "churned",
    "churn",
    "left",
    "cancelled",
    "canceled",
    "exited",
    "lost",
    "lapsed",
    "terminated",
    "closed",
  ],
  ...["attrited", "attrited customer", "inactive", "not renewed"],
]

/**
 * The column that says whether an account was lost, and which of its two values is the bad one. Found by name with
 * exactly two values: yes and no in their spellings, or a word for ended beside any other. The plainest name
 * wins, then the first column. null when nothing speaks of an outcome.
 */
export function detectOutcome(
  names: readonly string[],
  categories: Readonly<Record<string, readonly string[]>>,
): DetectedOutcome | null {
  const patterns = [
    ...badNames.map((pattern) => ({ pattern, isGood: false })),
    ...goodNames.map((pattern) => ({ pattern, isGood: true })),
  ]
  for (const { pattern, isGood } of patterns) {
    for (const name of names) {
      const values = categories[name]?.filter((value) => value.trim() !== "") ?? []
      const bad = pattern.test(nameWords(name)) ? badValue(values, isGood) : null
      if (bad === null) continue
      const because = `"${name}" says how it ended, and "${bad}" is the loss, by its name and its two values`
      return { name, bad, because }
    }
  }
  return null
}

function badValue(values: readonly string[], isGood: boolean): string | null {
  if (values.length !== 2) return null
  const plain = values.map((value) => value.trim().toLowerCase())
  const find = (words: readonly string[]) => values[plain.findIndex((value) => words.includes(value))] ?? null
  const [said, denied] = [find(yes), find(no)]
  if (said !== null && denied !== null) return isGood ? denied : said
  const areBothEnded = plain.every((value) => ended.includes(value))
  return areBothEnded ? null : find(ended)
}
