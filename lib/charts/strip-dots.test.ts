import { expect, test } from "vitest"
import { stripDots } from "#lib/charts/strip-dots.ts"

const scale = { from: 0, to: 100 }
const many = Array.from({ length: 500 }, (_, place) => ({ key: `acct-${place}`, value: place % 101 }))

test("a dot for each known value, at its share, kept inside the scale", () => {
  const dots = stripDots(
    [
      { key: "a", value: 25 },
      { key: "b", value: null },
      { key: "c", value: 1000 },
      { key: "d", value: -5 },
    ],
    scale,
  )
  expect(dots.map(({ key, x }) => [key, x])).toEqual([
    ["a", 0.25],
    ["c", 1],
    ["d", 0],
  ])
})

test("a dot keeps its height when others come and go", () => {
  const all = new Map(stripDots(many, scale).map(({ key, y }) => [key, y]))
  for (const dot of stripDots(many.toReversed().slice(100), scale)) expect(dot.y).toBe(all.get(dot.key))
})

test("heights fill the strip evenly", () => {
  const tenths = Array.from({ length: 10 }, () => 0)
  for (const { y } of stripDots(many, scale)) tenths[Math.floor(y * 10)]! += 1
  for (const count of tenths) expect(count).toBeGreaterThan(25)
})
