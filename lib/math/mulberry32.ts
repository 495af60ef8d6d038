/**
 * Mulberry32: a small seeded generator of numbers that look random, evenly spread from 0 up to but not including 1.
 *
 *   state += 0x6d2b79f5,   t = (s ^ s >>> 15) * (s | 1),   t ^= t + (t ^ t >>> 7) * (t | 61),   (t ^ t >>> 14) / 2^32
 *
 * All in 32-bit integers. The same seed gives the same sequence on every machine; only the seed's low 32 bits
 * count. Period 2^32: enough for made-up data and tests, never for secrets.
 *
 * Source: T. Ettinger, mulberry32, 2017 (public domain).
 */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
