import { expect, test } from "vitest"
import { addDays } from "#lib/format/calendar-day.ts"
import { freshnessFinding, freshnessSeries } from "./freshness-series.ts"

const today = "2026-11-22"
const series = (readingDays: string[], noted: [string, string | null][] = [], days = 8) => {
  const points = freshnessSeries({
    readingDays,
    noted: new Map(noted),
    today: addDays(today, 1),
    days: days + 1,
    lagHours: 6,
  })
  expect(points.at(-1)).toMatchObject({ day: addDays(today, 1), ageDays: 0.25 })
  return points.slice(0, -1)
}
const ages = (points: ReturnType<typeof series>) => points.map(({ ageDays }) => ageDays)

test("a weekly source is a saw with teeth of seven days", () => {
  const points = series(["2026-11-09", "2026-11-16"], [], 14)
  expect(ages(points)).toEqual([0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6])
  expect(points.filter(({ isDelivery }) => isDelivery).map(({ day }) => day)).toEqual([
    "2026-11-09",
    "2026-11-16",
  ])
})

test("before the first delivery no age is known", () => {
  expect(ages(series(["2026-11-20"]))).toEqual([null, null, null, null, null, 0, 1, 2])
})

test("what was noted on a day counts before what the readings of it say", () => {
  expect(
    ages(
      series(
        ["2026-11-15", "2026-11-21"],
        [
          ["2026-11-21", "2026-11-15"],
          ["2026-11-22", "2026-11-21"],
        ],
      ),
    ),
  ).toEqual([0, 1, 2, 3, 4, 5, 6, 1])
})

test("readings for days to come do not make it younger", () => {
  expect(ages(series(["2026-11-20", addDays(today, 5)], [], 3))).toEqual([0, 1, 2])
})

test("days beyond the promise are counted among those whose age is known", () => {
  expect(freshnessFinding(series(["2026-11-18"]), 48)).toEqual({ late: 2, known: 5, longestDays: 4 })
  expect(freshnessFinding(series(["2026-11-18"]), null)).toEqual({ late: 0, known: 5, longestDays: 4 })
  expect(freshnessFinding(series([]), 24)).toEqual({ late: 0, known: 0, longestDays: 0 })
})
