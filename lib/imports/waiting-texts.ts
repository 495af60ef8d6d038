import { KeySet } from "./key-set.ts"
import { textKey } from "./text-key.ts"

type Waiting = { readonly rows: number[]; count: number }

const mostWaiting = 20_000
const shownRows = 5

/** Texts that rows of a file name while what they name may still stand further down. */
export class WaitingTexts {
  readonly #seen = new KeySet()
  readonly #waiting = new Map<string, Waiting>()

  readonly #folded: (text: string) => string

  /** `folded` says which spellings are one text; without it every spelling is its own. */
  constructor(folded: (text: string) => string = (text) => text) {
    this.#folded = folded
  }

  /** What a row is called by. */
  see(text: string): void {
    const { high, low } = textKey(this.#folded(text))
    this.#seen.add(high, low)
  }

  wait(text: string, row: number): void {
    const known = this.#waiting.get(text)
    if (known) {
      known.count += 1
      if (known.rows.length < shownRows) known.rows.push(row)
    } else if (this.#waiting.size < mostWaiting) this.#waiting.set(text, { rows: [row], count: 1 })
  }

  /** Whether a row is called so. */
  stands(text: string): boolean {
    const { high, low } = textKey(this.#folded(text))
    return this.#seen.has(high, low)
  }

  /** The texts by which no row is called, each with the rows that name it; of the later ones the first is told. */
  strange(): { readonly text: string; readonly rows: readonly number[] }[] {
    return [...this.#waiting].flatMap(([text, { rows, count }]) => {
      if (this.stands(text)) return []
      return [{ text, rows: Array.from({ length: count }, (_, place) => rows[place] ?? rows[0]!) }]
    })
  }
}
