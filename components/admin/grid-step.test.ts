import { expect, test } from "vitest"
import { gridStep } from "./grid-step.ts"

const size = { rows: 12, columns: 3, whole: false }
const middle = { row: 5, column: 1 }

test.each([
  ["ArrowUp", { row: 4, column: 1 }],
  ["ArrowDown", { row: 6, column: 1 }],
  ["ArrowLeft", { row: 5, column: 0 }],
  ["ArrowRight", { row: 5, column: 2 }],
  ["PageUp", { row: 0, column: 1 }],
  ["PageDown", { row: 11, column: 1 }],
  ["Home", { row: 5, column: 0 }],
  ["End", { row: 5, column: 2 }],
])("%s moves inside the grid", (key, place) => expect(gridStep(key, middle, size)).toEqual(place))

test("the corners hold, and with the control key Home and End reach them", () => {
  const corner = { row: 11, column: 2 }
  expect(gridStep("ArrowDown", corner, size)).toEqual(corner)
  expect(gridStep("ArrowRight", corner, size)).toEqual(corner)
  expect(gridStep("Home", corner, { ...size, whole: true })).toEqual({ row: 0, column: 0 })
  expect(gridStep("End", middle, { ...size, whole: true })).toEqual(corner)
})

test("other keys move nothing", () => expect(gridStep("3", middle, size)).toBeNull())
