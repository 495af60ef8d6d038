import { expect, test } from "vitest"
import { spearman } from "./spearman.ts"

test("IQ and hours of television, the usual textbook example: -29/165", () => {
  const pairs = [
    [106, 7],
    [100, 27],
    [86, 2],
    [101, 50],
    [99, 28],
    [103, 29],
    [97, 20],
    [113, 12],
    [112, 6],
    [110, 17],
  ] as const
  expect(spearman(pairs)).toBeCloseTo(-29 / 165, 12)
})

test("any rising shape gives 1, any falling one -1", () => {
  const values = [3, 1, 4, 15, 9, 2, 6]
  expect(spearman(values.map((value) => [value, Math.exp(value)] as const))).toBeCloseTo(1, 12)
  expect(spearman(values.map((value) => [value, -(value ** 3)] as const))).toBeCloseTo(-1, 12)
})

test("equal values share their rank", () => {
  // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 / √(4.5 * 5).
  const pairs = [
    [1, 1],
    [2, 2],
    [2, 3],
    [3, 4],
  ] as const
  expect(spearman(pairs)).toBeCloseTo(4.5 / Math.sqrt(22.5), 12)
})

test("two pairs, or a side that does not vary, say nothing", () => {
  expect(
    spearman([
      [1, 2],
      [2, 3],
    ]),
  ).toBeNull()
  expect(
    spearman([
      [1, 5],
      [2, 5],
      [3, 5],
    ]),
  ).toBeNull()
})
