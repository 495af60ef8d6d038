import { isBlank } from "./column-profile.ts"
import { importLimits } from "./limits.ts"
import { readNumber } from "./read-number.ts"
import { plainNumber } from "./read-reading.ts"

export type NamedMeasure = {
  filled: number
  /** Values that are no number. */
  words: number
  readonly categories: Set<string>
  hasManyCategories: boolean
}

/** What the rows of a long file say of each measure that they name. Its size does not grow with the rows. */
export class NamedMeasures {
  readonly byName = new Map<string, NamedMeasure>()
  /** Whether the file names more measures than one may hold. */
  isTooMany = false

  observe(name: string, text: string): void {
    if (name === "") return
    const known = this.byName.get(name) ?? this.#begin(name)
    if (!known || text === "" || isBlank(text)) return
    known.filled += 1
    if (plainNumber(text, "point") !== null) return
    const isNumber = readNumber(text, "point") !== null || readNumber(text, "comma") !== null
    if (!isNumber && text.toUpperCase() !== "NA") known.words += 1
    if (isNumber || known.hasManyCategories) return
    if (known.categories.size >= importLimits.categories || text.length > importLimits.categoryCharacters)
      known.hasManyCategories = true
    else known.categories.add(text)
  }

  #begin(name: string): NamedMeasure | null {
    if (this.byName.size >= importLimits.measures || name.length > importLimits.categoryCharacters) {
      this.isTooMany = true
      return null
    }
    const begun = { filled: 0, words: 0, categories: new Set<string>(), hasManyCategories: false }
    this.byName.set(Array.from(name).join(""), begun)
    return begun
  }
}
