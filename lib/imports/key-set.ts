const shards = 16
const firstSlots = 64
const fullAt = 0.8
const growth = 1.3

/**
 * A set of 64-bit keys, each given as two 32-bit halves, in typed arrays with open addressing: 10 to 13 bytes a key,
 * whatever made the key. It grows by a part of itself at a time, so that growing needs little room.
 *
 * The set itself is exact. Keys that are hashes of texts collide by chance: among n keys about n² / 2^65 pairs,
 * which is below one in a million for five million.
 */
export class KeySet {
  readonly #shards = Array.from({ length: shards }, () => new Shard())
  #hasZero = false
  #size = 0

  get size(): number {
    return this.#size
  }

  /** Whether the key was not there before. */
  add(high: number, low: number): boolean {
    const isNew = (high | low) === 0 ? !this.#hasZero : this.#shardOf(high, low).add(high >>> 0, low >>> 0)
    if ((high | low) === 0) this.#hasZero = true
    if (isNew) this.#size += 1
    return isNew
  }

  has(high: number, low: number): boolean {
    if ((high | low) === 0) return this.#hasZero
    return this.#shardOf(high, low).has(high >>> 0, low >>> 0)
  }

  #shardOf = (high: number, low: number): Shard => this.#shards[scatter(high, low) % shards]!
}

/** Keys other than zero, in the order of their scattered bits as far as there is room: linear probing. */
class Shard {
  #slots = firstSlots
  #halves = new Uint32Array(firstSlots * 2)
  #size = 0

  add(high: number, low: number): boolean {
    if (this.#size >= this.#slots * fullAt) this.#grow()
    const at = this.#place(high, low)
    if (at < 0) return false
    this.#halves[at] = high
    this.#halves[at + 1] = low
    this.#size += 1
    return true
  }

  has = (high: number, low: number): boolean => this.#place(high, low) < 0

  /** The free place where the key belongs; -1 when it is there already. */
  #place(high: number, low: number): number {
    const halves = this.#halves
    let at = Math.floor((scatter(high, low) / 2 ** 32) * this.#slots) * 2
    for (;;) {
      const storedHigh = halves[at]!
      const storedLow = halves[at + 1]!
      if (storedHigh === high && storedLow === low) return -1
      if (storedHigh === 0 && storedLow === 0) return at
      at += 2
      if (at === halves.length) at = 0
    }
  }

  #grow(): void {
    const old = this.#halves
    this.#slots = Math.ceil(this.#slots * growth)
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
