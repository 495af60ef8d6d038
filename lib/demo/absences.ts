import { type Random, randomFor } from "./random.ts"

type Spell = { readonly from: number; readonly to: number }

const sickEvery = 95
const longIllness = 0.06

/** Days on which a member of the staff is away: sick now and then, on leave in summer and at the turn of the year. */
export class Absences {
  readonly #random: Random
  readonly #dayOfYear: (day: number) => number
  readonly #holiday: number
  readonly #spells: Spell[] = []
  #knownTo = 0

  constructor(seed: number, subject: number, dayOfYear: (day: number) => number) {
    this.#random = randomFor(seed, 700_000 + subject)
    this.#dayOfYear = dayOfYear
    this.#holiday = this.#random.whole(178, 226)
  }

  isAway(day: number): boolean {
    const date = this.#dayOfYear(day)
    if ((date >= this.#holiday && date < this.#holiday + 14) || date >= 358) return true
    this.#learn(day)
    return this.#spells.some(({ from, to }) => day >= from && day < to)
  }

  /** The first day from `day` on at which the person is there. */
  backOn(day: number): number {
    let back = day
    while (this.isAway(back)) back += 1
    return back
  }

  #learn(day: number): void {
    while (this.#knownTo <= day) {
      const from = this.#knownTo + Math.ceil(this.#random.wait(sickEvery))
      const days = this.#random.happens(longIllness) ? this.#random.whole(20, 45) : this.#random.whole(1, 6)
      this.#spells.push({ from, to: from + days })
      this.#knownTo = from + days
      if (this.#spells.length > 4) this.#spells.shift()
    }
  }
}
