import fc from "fast-check"
import { expect, test } from "vitest"
import type { Measurement } from "./schema.ts"
import { shareOf, standingOf, verdictOf } from "./standing.ts"

const on = (day: string, met: number, rows = 20, atLeast = 0.95): Measurement => ({ day, rows, met, atLeast })

test("19 of 20 meet 95 %, 18 do not, and no rows say nothing", () => {
  expect(verdictOf(on("2026-11-01", 19))).toBe("met")
  expect(verdictOf(on("2026-11-01", 18))).toBe("not_met")
  expect(verdictOf(on("2026-11-01", 0, 0))).toBe("no_rows")
  expect(shareOf(on("2026-11-01", 19))).toBe(0.95)
  expect(shareOf(on("2026-11-01", 0, 0))).toBeNull()
})

test("a share that equals what is asked meets it, whatever the floating point", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 100 }), (rows, percent) => {
      const needed = Math.ceil((rows * percent) / 100)
      expect(verdictOf({ rows, met: needed, atLeast: percent / 100 })).toBe("met")
      expect(verdictOf({ rows, met: needed - 1, atLeast: percent / 100 })).toBe("not_met")
    }),
  )
})

test("one more row that meets it never makes a standard fail", () => {
  fc.assert(
    fc.property(
      fc.nat(1000),
      fc.nat(1000),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (met, rest, atLeast) => {
        const before = verdictOf({ rows: met + rest + 1, met, atLeast })
        const after = verdictOf({ rows: met + rest + 1, met: met + 1, atLeast })
        expect(before === "met" && after === "not_met").toBe(false)
      },
    ),
  )
})

test("a run of failures begins after the last day that was met, over days that were not measured", () => {
  const history = [
    on("2026-11-01", 5),
    on("2026-11-03", 20),
    on("2026-11-06", 18),
    on("2026-11-09", 0, 0),
    on("2026-11-10", 10),
  ]
  expect(standingOf(history)).toMatchObject({
    verdict: "not_met",
    share: 0.5,
    failing: 10,
    failsSince: "2026-11-06",
    mayBeOlder: false,
  })
  expect(standingOf(history.slice(2))).toMatchObject({ failsSince: "2026-11-06", mayBeOlder: true })
})

test("each day is judged by what was asked on it", () => {
  const history = [on("2026-11-01", 18, 20, 0.9), on("2026-11-02", 18)]
  expect(standingOf(history)).toMatchObject({ failsSince: "2026-11-02", mayBeOlder: false })
})

test("before the first measurement, and after days that were met, nothing fails", () => {
  expect(standingOf([])).toMatchObject({
    verdict: "not_measured",
    newest: null,
    share: null,
    failsSince: null,
  })
  expect(standingOf([on("2026-11-01", 3), on("2026-11-02", 19)])).toMatchObject({
    verdict: "met",
    failsSince: null,
  })
})
