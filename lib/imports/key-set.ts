const firstSlots = 1 << 10
const fullAt = 0.8

/**
 * A set of 64-bit keys, each given as two 32-bit halves, in one typed array with open addressing: 10 to 20 bytes a
 * key, whatever made the key.
 *
 * The set itself is exact. Keys that are hashes of texts collide by chance: among n keys about n² / 2^65 pairs,
 * which is below one in a million for five million.
 */
export class KeySet {
  #slots = firstSlots
  #halves = new Uint32Array(firstSlots * 2)
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
    if (this.#size >= this.#slots * fullAt) this.#grow()
    const at = this.#place(high >>> 0, low >>> 0)
    if (at < 0) return false
    this.#halves[at] = high
    this.#halves[at + 1] = low
    this.#size += 1
    return true
  }

  has(high: number, low: number): boolean {
    if ((high | low) === 0) return this.#hasZero
    return this.#place(high >>> 0, low >>> 0) < 0
  }

  /** The free place where the key belongs; -1 when it is there already. Linear probing. */
  #place(high: number, low: number): number {
    const halves = this.#halves
    const last = halves.length - 1
    let at = (scatter(high, low) << 1) & last
    for (;;) {
      const storedHigh = halves[at]!
      const storedLow = halves[at + 1]!
      if (storedHigh === high && storedLow === low) return -1
      if (storedHigh === 0 && storedLow === 0) return at
      at = (at + 2) & last
    }
  }

  /** Large arrays go back to the system as soon as they are collected: one that doubles leaves nothing behind. */
  #grow(): void {
    const old = this.#halves
    this.#slots *= 2
    this.#halves = new Uint32Array(this.#slots * 2)
    for (let at = 0; at < old.length; at += 2) {
      const high = old[at]!
      const low = old[at + 1]!
      if ((high | low) === 0) continue
      const place = this.#place(high, low)
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
