const segmentBits = 8
const segmentCount = 1 << segmentBits
const firstSlots = 64
const fullAt = 0.8
const growBy = 1.5

/**
 * A set of 64-bit keys, each given as two 32-bit halves, in typed arrays: about 12 bytes a key, whatever made the
 * key. It is split into segments that grow one at a time, so that growing never holds the whole set twice.
 *
 * The set itself is exact. Keys that are hashes of texts collide by chance: among n keys about n² / 2^65 pairs,
 * which is below one in a million for five million.
 */
export class KeySet {
  readonly #segments: Segment[] = Array.from({ length: segmentCount }, () => new Segment())
  #hasZero = false
  #size = 0

  get size(): number {
    return this.#size
  }

  /** Whether the key was not there before. */
  add(high: number, low: number): boolean {
    if ((high | low) === 0) {
      if (this.#hasZero) return false
      this.#hasZero = true
      this.#size += 1
      return true
    }
    const scattered = scatter(high, low)
    const isNew = this.#segments[scattered & (segmentCount - 1)]!.add(high, low, scattered >>> segmentBits)
    if (isNew) this.#size += 1
    return isNew
  }

  has(high: number, low: number): boolean {
    if ((high | low) === 0) return this.#hasZero
    const scattered = scatter(high, low)
    return this.#segments[scattered & (segmentCount - 1)]!.has(high, low, scattered >>> segmentBits)
  }
}

class Segment {
  #slots = firstSlots
  #halves = new Uint32Array(firstSlots * 2)
  #filled = 0

  add(high: number, low: number, scattered: number): boolean {
    if (this.#filled >= this.#slots * fullAt) this.#grow()
    const at = this.#place(high >>> 0, low >>> 0, scattered)
    if (at < 0) return false
    this.#halves[at] = high
    this.#halves[at + 1] = low
    this.#filled += 1
    return true
  }

  has(high: number, low: number, scattered: number): boolean {
    return this.#place(high >>> 0, low >>> 0, scattered) < 0
  }

  /** The free place where the key belongs; -1 when it is there already. Linear probing. */
  #place(high: number, low: number, scattered: number): number {
    const halves = this.#halves
    let slot = scattered % this.#slots
    for (;;) {
      const at = slot * 2
      const storedHigh = halves[at]!
      const storedLow = halves[at + 1]!
      if (storedHigh === high && storedLow === low) return -1
      if (storedHigh === 0 && storedLow === 0) return at
      slot = slot + 1 === this.#slots ? 0 : slot + 1
    }
  }

  #grow(): void {
    const old = this.#halves
    this.#slots = Math.ceil(this.#slots * growBy)
    this.#halves = new Uint32Array(this.#slots * 2)
    for (let at = 0; at < old.length; at += 2) {
      const high = old[at]!
      const low = old[at + 1]!
      if ((high | low) === 0) continue
      const place = this.#place(high, low, scatter(high, low) >>> segmentBits)
      this.#halves[place] = high
      this.#halves[place + 1] = low
    }
  }
}

/** 32 well mixed bits of a key. Source: the finaliser of MurmurHash3 (Austin Appleby, public domain). */
function scatter(high: number, low: number): number {
  let mixed = Math.imul(high, 0x9e3779b1) ^ low
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
