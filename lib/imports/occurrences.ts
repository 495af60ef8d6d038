import { KeySet } from "./key-set.ts"
import { textKey } from "./text-key.ts"

/**
 * Numbers what is equal in the order in which it is met: 1 for the first, 2 for the second. Memory is one 64-bit key for
 * each different text, and an entry for each that is met again.
 */
export class Occurrences {
  readonly #met = new KeySet()
  readonly #again = new Map<string, number>()

  next(text: string): number {
    const { high, low } = textKey(text)
    if (this.#met.add(high, low)) return 1
    const key = `${high}:${low}`
    const number = (this.#again.get(key) ?? 1) + 1
    this.#again.set(key, number)
    return number
  }
}
