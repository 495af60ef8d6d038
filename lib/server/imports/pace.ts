const aimMs = 100
const growth = 1.25

/**
 * How much goes into one short transaction: more while they stay short, less at once when one was long, because a
 * long one holds the live pages of everybody.
 */
export class Pace {
  readonly #least: number
  readonly #most: number
  #size: number
  /** The longest transaction so far. */
  longestMs = 0

  constructor({ first, least, most }: { first: number; least: number; most: number }) {
    this.#size = first
    this.#least = least
    this.#most = most
  }

  get size(): number {
    return Math.round(this.#size)
  }

  /** Carries out one transaction of the present size and learns from the time it took. */
  async take<Value>(work: (size: number) => Promise<Value>): Promise<Value> {
    const begun = performance.now()
    const value = await work(this.size)
    this.learn(performance.now() - begun)
    return value
  }

  learn(tookMs: number): void {
    this.longestMs = Math.max(this.longestMs, tookMs)
    const factor = Math.min(growth, Math.max(0.5, aimMs / Math.max(tookMs, 1)))
    this.#size = Math.min(this.#most, Math.max(this.#least, this.#size * factor))
  }
}
