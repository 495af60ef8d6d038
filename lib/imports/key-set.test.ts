import { array, assert, integer, property, tuple } from "fast-check"
import { expect, test } from "vitest"
import { KeySet } from "./key-set.ts"
import { textKey } from "./text-key.ts"

test("agrees with the engine's own set", () => {
  const half = integer({ min: 0, max: 0xffffffff })
  assert(
    property(array(tuple(half, half), { maxLength: 300 }), (keys) => {
      const set = new KeySet()
      const known = new Set<string>()
      for (const [high, low] of [...keys, ...keys, [0, 0] as const]) {
        expect(set.has(high, low)).toBe(known.has(`${high} ${low}`))
        expect(set.add(high, low)).toBe(!known.has(`${high} ${low}`))
        known.add(`${high} ${low}`)
      }
      expect(set.size).toBe(known.size)
    }),
  )
})

test("half a million keys of small numbers and of texts keep apart in 20 bytes each", () => {
  const numbers = new KeySet()
  const texts = new KeySet()
  const before = process.memoryUsage().arrayBuffers
  for (let at = 0; at < 500_000; at += 1) {
    numbers.add(at % 1_000, Math.floor(at / 1_000))
    const { high, low } = textKey(`C-${at}`)
    texts.add(high, low)
  }
  expect(numbers.size).toBe(500_000)
  expect(texts.size).toBe(500_000)
  for (let at = 0; at < 500_000; at += 1)
    if (numbers.add(at % 1_000, Math.floor(at / 1_000))) throw new Error(`${at} was forgotten`)
  const grown = process.memoryUsage().arrayBuffers - before
  // Outgrown arrays may wait for the collector.
  expect(grown).toBeLessThan(3 * 2 * 500_000 * 20)
})
