import { type Company, companySource } from "./companies.ts"
import type { Calendar, WorldPlan } from "./plan.ts"
import { type Random, randomFor } from "./random.ts"
import { accountIdAt } from "./rows.ts"

const yearlyGrowth = 0.09
const longestTenure = 1100

/** Which company becomes a customer when: most before the history begins, the rest one after the other. */
export class Arrivals {
  readonly idOf = new Map<string, string>()
  readonly #companies: Company[] = []
  readonly #source: (place: number) => Company
  readonly #random: Random
  readonly #accounts: number
  readonly #anchor: number
  readonly #settled: number
  #next: { place: number; day: number }

  constructor({ seed, accounts, weeksBefore, isSteady }: WorldPlan, { anchor }: Calendar) {
    this.#random = randomFor(seed, 800_001)
    this.#source = companySource(randomFor(seed, 800_000))
    this.#accounts = accounts
    this.#anchor = anchor
    const growth = isSteady ? 0 : yearlyGrowth
    this.#settled = accounts - Math.round((accounts * growth * weeksBefore) / 52)
    for (let place = 0; place < accounts; place++) this.company(place)
    this.#next = { place: 0, day: this.#dayOf(0, -longestTenure) }
  }

  company(place: number): Company {
    while (this.#companies.length <= place) {
      const company = this.#source(this.#companies.length)
      this.idOf.set(company.name, accountIdAt(this.#companies.length))
      this.#companies.push(company)
    }
    return this.#companies[place]!
  }

  /** Those who have become customers up to a day and were not told before. */
  upTo(day: number): { place: number; day: number }[] {
    const come: { place: number; day: number }[] = []
    while (this.#next.place < this.#settled || this.#next.day <= day) {
      come.push(this.#next)
      const place = this.#next.place + 1
      this.#next = { place, day: this.#dayOf(place, this.#next.day) }
    }
    return come
  }

  #dayOf(place: number, before: number): number {
    if (place < this.#settled) return -this.#random.whole(20, longestTenure)
    const share = this.#random.share()
    const between = (this.#anchor - 2) / Math.max(1, this.#accounts - this.#settled)
    if (place < this.#accounts) return 1 + Math.floor((place - this.#settled + share) * between)
    if (this.#settled === this.#accounts) return Infinity
    return Math.max(this.#anchor + 1, before + Math.floor(2 * share * between))
  }
}
