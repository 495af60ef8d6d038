import { expect, test } from "vitest"
import { scoreDrop } from "./score-drop.ts"

test.each([
  ["down", 58, 71, 13],
  ["down", 58, 61, 3],
  ["down", 58, 60, null],
  ["same", 58, 71, null],
  ["up", 71, 58, null],
  ["down", 71, 71, null],
  ["down", 72, 71, null],
  ["down", null, 71, null],
  ["down", 58, null, null],
  [null, 58, 71, null],
] as const)("trend %s, %s after %s: %s points", (trend, value, weekAgo, points) =>
  expect(scoreDrop({ trend, value, weekAgo })).toBe(points),
)
