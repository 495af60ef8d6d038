import type { ImportPlan } from "./import-plan.ts"

/** What a person said that texts of a column mean; null when nothing. */
export function replacements(plan: ImportPlan, column: number): ReadonlyMap<string, string> | null {
  const words = plan.repairs.flatMap((repair): (readonly [string, string])[] => {
    if (repair.do === "replace" && repair.column === column) return [[repair.from, repair.to]]
    if (repair.do === "replace_words" && repair.column === column)
      return repair.words.map(({ from, to }) => [from, to] as const)
    return []
  })
  return words.length > 0 ? new Map(words) : null
}
