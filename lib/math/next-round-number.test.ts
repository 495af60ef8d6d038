import fc from "fast-check"
import { expect, test } from "vitest"
import { nextRoundNumber } from "./next-round-number.ts"

test("by hand: whole where there is room, else the next decimal step", () => {
  expect(nextRoundNumber(7, 3)).toBe(8)
  expect(nextRoundNumber(7, 0.5)).toBe(7.1)
  expect(nextRoundNumber(29.85, 25)).toBe(30)
  expect(nextRoundNumber(-0.25, 0.2)).toBe(-0.2)
})

test("lies above the limit and inside the room", () => {
  const limits = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  const rooms = fc.double({ min: 1e-3, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(limits, rooms, (limit, room) => {
      const found = nextRoundNumber(limit, room)
      expect(found).toBeGreaterThan(limit)
      expect(found).toBeLessThanOrEqual(limit + room)
    }),
  )
})
