import { auc } from "#lib/math/auc.ts"
import { quantile } from "#lib/math/quantile.ts"
import type { ColumnKind, StarterColumn } from "./column.ts"

/** More different texts than this are free text, not categories. */
const mostCategories = 30

/**
 * What a starter model needs to know of one imported column. Empty texts and those of spaces are missing. Texts that
 * all read as numbers make a number column, unless there are only two of them: 0 and 1 are categories.
 * `isBad` tells for each row whether it ended badly, null where that is not known.
 */
export function summariseColumn({
  key,
  name,
  label = name,
  values,
  isBad,
}: {
  key: string
  name: string
  label?: string
  values: readonly string[]
  isBad?: readonly (boolean | null)[]
}): StarterColumn {
  const counts = new Map<string, { count: number; known: number; bad: number }>()
  for (const [row, value] of values.entries()) {
    const text = value.trim()
    if (text === "") continue
    const entry = counts.get(text) ?? { count: 0, known: 0, bad: 0 }
    const ending = isBad?.[row] ?? null
    counts.set(text, {
      count: entry.count + 1,
      known: entry.known + Number(ending !== null),
      bad: entry.bad + Number(ending === true),
    })
  }
  const filled = [...counts.values()].reduce((sum, entry) => sum + entry.count, 0)
  const kind = kindOf([...counts.keys()])
  const shared = {
    key,
    label,
    name,
    kind,
    n: values.length,
    distinct: counts.size,
    missing: values.length - filled,
  }
  if (kind === "number") return { ...shared, ...numberFacts(values, isBad) }
  if (kind !== "category") return shared
  const categories = [...counts].map(([value, { count, known, bad }]) =>
    known > 0 ? { value, count, outcomeRate: bad / known } : { value, count },
  )
  return {
    ...shared,
    categories: categories.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
  }
}

function kindOf(distinct: readonly string[]): ColumnKind {
  if (distinct.length > 2 && distinct.every((text) => Number.isFinite(Number(text)))) return "number"
  if (distinct.length > 0 && distinct.every((text) => /^\d{4}-\d{2}-\d{2}/.test(text))) return "date"
  return distinct.length <= mostCategories ? "category" : "text"
}

function numberFacts(
  values: readonly string[],
  isBad: readonly (boolean | null)[] | undefined,
): Pick<StarterColumn, "quantiles" | "outcomeAuc"> {
  const rows = values.flatMap((text, row) => (text.trim() === "" ? [] : [{ value: Number(text), row }]))
  const sorted = rows.map((one) => one.value).toSorted((a, b) => a - b)
  const at = (share: number) => quantile(sorted, share)!
  const quantiles = {
    p5: at(0.05),
    p10: at(0.1),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p90: at(0.9),
    p95: at(0.95),
  }
  const judged = rows.flatMap(({ value, row }) => {
    const ending = isBad?.[row] ?? null
    return ending === null ? [] : [{ value, isPositive: ending }]
  })
  const outcomeAuc = auc(judged)
  return outcomeAuc === null ? { quantiles } : { quantiles, outcomeAuc }
}
