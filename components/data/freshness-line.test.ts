import { expect, test } from "vitest"
import { freshnessLine } from "./freshness-line.ts"
import { freshnessTitle } from "./freshness-title.ts"

const points = (...ages: (number | null)[]) =>
  ages.map((ageDays, place) => ({ day: `2026-11-0${place + 1}`, ageDays, isDelivery: false }))

test("the age rises by one a day and falls at the end of the day of a delivery", () => {
  expect(freshnessLine(points(1, 2, 0, 1), { top: 4, height: 100 })).toEqual({
    path: "M1 75L2 50L3 25L3 100L4 75",
    last: { ageDays: 1 },
  })
  expect(freshnessLine(points(1, 1, 0.5), { top: 4, height: 100 }).path).toBe("M1 75L2 50L2 75L3 75L3 87.5")
})

test("a daily source has a tooth for every day; days without an age are a gap", () => {
  expect(freshnessLine(points(0, 0, 0), { top: 2, height: 100 }).path).toBe("M1 100L2 50L2 100L3 100")
  expect(freshnessLine(points(null, 0, null, 3), { top: 4, height: 100 }).path).toBe("M2 100M4 25")
  expect(freshnessLine(points(null), { top: 4, height: 100 })).toEqual({ path: "", last: null })
})

test("the title is the finding, with the days that it counts", () => {
  const title = (late: number, known: number, promiseHours: number | null = 24) =>
    freshnessTitle({ name: "CRM", finding: { late, known, longestDays: 9 }, promiseHours })
  expect(title(14, 30)).toBe("CRM: older than promised on 14 of 30 days")
  expect(title(0, 30)).toBe("CRM: as fresh as promised on all 30 days")
  expect(title(0, 30, null)).toBe("CRM: no promise to compare with, oldest 9 days")
  expect(title(0, 0)).toBe("CRM: nothing told in these days")
})
