import { expect, test } from "vitest"
import { smallMultiple } from "./small-multiple.ts"

test("all measures share one axis of 26 weeks, the newest at its end", () => {
  const { values } = smallMultiple([3, null, 5])
  expect(values).toHaveLength(26)
  expect(values.slice(-3)).toEqual([3, null, 5])
  expect(values[0]).toBeNull()
  expect(smallMultiple(Array.from({ length: 30 }, (_, place) => place)).values[0]).toBe(4)
})

test("the change is against four weeks before, and unknown when either end is", () => {
  expect(smallMultiple([10, 1, 1, 1, 14]).change).toBe(4)
  expect(smallMultiple([null, 1, 1, 1, 14]).change).toBeNull()
  expect(smallMultiple([10, 1, 1, 14]).change).toBeNull()
  expect(smallMultiple([10, 1, 1, 1, null]).change).toBeNull()
  expect(smallMultiple([]).change).toBeNull()
})

test("limits come from the weeks before the newest", () => {
  // Mean 80, mean moving range 2: 80 ± 5.32, by hand.
  const { limits, isOutside } = smallMultiple([81, 79, 81, 79, 81, 79, 40])
  expect(limits?.lower).toBeCloseTo(74.68)
  expect(limits?.upper).toBeCloseTo(85.32)
  expect(isOutside).toBe(true)
  expect(smallMultiple([81, 79, 81, 79, 81, 79, 81]).isOutside).toBe(false)
  expect(smallMultiple([81, 79, 81, 79, 81, 40])).toMatchObject({ limits: null, isOutside: false })
})
