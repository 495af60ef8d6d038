import fc from "fast-check"
import { expect, test } from "vitest"
import { dotColumns } from "#lib/charts/dot-columns.ts"

test("one dot for each as long as the columns are low enough", () => {
  expect(
    dotColumns(
      [
        { value: 40, all: 3, marked: 1 },
        { value: 41, all: 0, marked: 0 },
        { value: 42, all: 5, marked: 5 },
      ],
      20,
    ),
  ).toEqual({
    perDot: 1,
    rows: 5,
    columns: [
      { value: 40, marked: 1, rest: 2 },
      { value: 42, marked: 5, rest: 0 },
    ],
  })
  expect(dotColumns([], 20)).toEqual({ perDot: 1, rows: 0, columns: [] })
})

test("where they would be too high a dot stands for several, and nothing disappears", () => {
  const { perDot, rows, columns } = dotColumns(
    [
      { value: 50, all: 100, marked: 99 },
      { value: 51, all: 1, marked: 0 },
      { value: 52, all: 30, marked: 1 },
    ],
    20,
  )
  expect(perDot).toBe(5)
  expect(rows).toBe(20)
  expect(columns).toEqual([
    { value: 50, marked: 19, rest: 1 },
    { value: 51, marked: 0, rest: 1 },
    { value: 52, marked: 1, rest: 5 },
  ])
})

test("columns never grow beyond what was asked, and all marked is all filled", () => {
  const count = fc.integer({ min: 0, max: 5000 })
  fc.assert(
    fc.property(
      fc.array(count, { minLength: 1, maxLength: 50 }),
      fc.integer({ min: 1, max: 40 }),
      (all, most) => {
        const drawn = dotColumns(
          all.map((each, value) => ({ value, all: each, marked: each })),
          most,
        )
        expect(drawn.rows).toBeLessThanOrEqual(most)
        for (const { rest } of drawn.columns) expect(rest).toBe(0)
        expect(drawn.columns).toHaveLength(all.filter((each) => each > 0).length)
      },
    ),
  )
})
