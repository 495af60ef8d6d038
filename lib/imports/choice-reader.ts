import { compactName } from "./compact-name.ts"
import type { FieldSpec } from "./field-spec.ts"

const tables = new WeakMap<FieldSpec, ReadonlyMap<string, string>>()

/** The choice that a cell means, whatever its case, spaces and marks, or by a synonym; null when none. */
export function readFieldChoice(spec: FieldSpec, cell: string): string | null {
  let table = tables.get(spec)
  if (!table) {
    table = new Map([
      ...Object.entries(spec.synonyms ?? {}),
      ...(spec.choices ?? []).map((choice): [string, string] => [compactName(choice), choice]),
    ])
    tables.set(spec, table)
  }
  return table.get(compactName(cell)) ?? null
}

/** The choice that a misspelt or longer word most likely means; null when none comes close. */
export function nearestChoice(spec: FieldSpec, cell: string): string | null {
  const word = compactName(cell)
  if (word.length < 3) return null
  let best: { choice: string; distance: number } | null = null
  const words = [
    ...Object.entries(spec.synonyms ?? {}),
    ...(spec.choices ?? []).map((choice): [string, string] => [compactName(choice), choice]),
  ]
  for (const [known, choice] of words) {
    const isPart = known.length >= 3 && (word.startsWith(known) || known.startsWith(word))
    const distance = isPart ? 0.5 : editDistance(word, known)
    if (distance <= Math.max(1, known.length / 3) && (best === null || distance < best.distance))
      best = { choice, distance }
  }
  return best?.choice ?? null
}

/** Levenshtein's distance: how many letters must be added, removed or replaced. */
function editDistance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row]
    for (let at = 1; at <= other.length; at += 1)
      current.push(
        Math.min(
          previous[at]! + 1,
          current[at - 1]! + 1,
          previous[at - 1]! + (one[row - 1] === other[at - 1] ? 0 : 1),
        ),
      )
    previous = current
  }
  return previous[other.length]!
}
