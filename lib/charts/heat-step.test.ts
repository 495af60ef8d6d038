import { expect, test } from "vitest"
import { type HeatEnds, heatMark, heatStep } from "#lib/charts/heat-step.ts"

const booked: HeatEnds = [60, 70, 86, 96, 106]

test.each<[number, number, string]>([
  [59.9, 1, "▽"],
  [60, 2, "▽"],
  [70, 3, ""],
  [85, 3, ""],
  [86, 4, "▲"],
  [105, 5, "▲"],
  [106, 6, "▲"],
  [-20, 1, "▽"],
  [1000, 6, "▲"],
])("%d is step %d with mark %j", (value, step, mark) => {
  expect(heatStep(value, booked)).toBe(step)
  expect(heatMark(heatStep(value, booked))).toBe(mark)
})
