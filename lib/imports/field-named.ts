import { compactName } from "./compact-name.ts"
import type { FieldSpec, KindSpec } from "./field-spec.ts"

/**
 * The field that a word means: its key, else its label, else a header by which columns are found for it. "measure" and
 * "ignore" are uses of a column, not names of fields.
 */
export function fieldNamed({ fields }: KindSpec, word: string): FieldSpec | undefined {
  const name = compactName(word)
  if (name === "") return undefined
  const isNamed = (other: string) => compactName(other) === name
  const keyed = fields.find(({ key }) => isNamed(key))
  if (keyed || word === "measure" || word === "ignore") return keyed
  return (
    fields.find(({ label }) => isNamed(label)) ??
    fields.find(({ headerWords }) => headerWords.flat().some(isNamed))
  )
}
