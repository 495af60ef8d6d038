import { describe, expect, test } from "vitest"
import { addDays, daysBetween } from "#lib/format/calendar-day.ts"
import { dayOf } from "#lib/format/instant.ts"
import { comparedDays } from "./compared-days.ts"
import { isoWeek, weekStart } from "./iso-week.ts"
import { periodOf } from "./period-of.ts"
import { comparisonWords, periodWords } from "./period-words.ts"
import { type Comparison, periodQuery } from "./schema.ts"
import { shiftMonths } from "./shift-months.ts"

const sunday = "2026-11-22"
const days = (key: string, today = sunday) => {
  const period = periodOf(key, today)
  return period && [period.from, period.to]
}
const compared = (key: string, comparison: Comparison, today = sunday) => {
  const period = periodOf(key, today)
  const found = period && comparedDays(period, comparison)
  return found && [found.from, found.to]
}

describe("the days of a period", () => {
  test.each([
    ["week", "2026-11-16", "2026-11-22"],
    ["last-week", "2026-11-09", "2026-11-15"],
    ["4w", "2026-10-26", "2026-11-22"],
    ["13w", "2026-08-24", "2026-11-22"],
    ["qtd", "2026-10-01", "2026-11-22"],
    ["12m", "2025-11-23", "2026-11-22"],
    ["2026-w46", "2026-11-09", "2026-11-15"],
    ["2026-10", "2026-10-01", "2026-10-31"],
    ["2026-08-01..2026-11-16", "2026-08-01", "2026-11-16"],
  ])("%s on a Sunday: %s to %s", (key, from, to) => expect(days(key)).toEqual([from, to]))

  test("what is not over ends today", () => {
    expect(days("2026-11")).toEqual(["2026-11-01", sunday])
    expect(days("2026-11-01..2027-01-01")).toEqual(["2026-11-01", sunday])
    expect(days("2026-w48", "2026-11-23")).toEqual(["2026-11-23", "2026-11-23"])
  })

  test.each([
    "2025-w53",
    "2026-13",
    "2026-02-30..2026-03-01",
    "2026-03-02..2026-03-01",
    "2027-01",
    "2026-w00",
    "5w",
  ])("%s is no period", (key) => expect(days(key)).toBeNull())

  test("the quarter begins by the clock of the workspace, on both sides of its change", () => {
    const quarter = (instant: string, timeZone: string) => days("qtd", dayOf(new Date(instant), timeZone))
    expect(quarter("2026-09-30T23:30:00Z", "UTC")?.[0]).toBe("2026-07-01")
    expect(quarter("2026-09-30T23:30:00Z", "Europe/Berlin")?.[0]).toBe("2026-10-01")
    expect(quarter("2026-10-01T03:30:00Z", "America/New_York")?.[0]).toBe("2026-07-01")
    for (const instant of ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-03-29T00:59:00Z"]) {
      const period = periodOf("4w", dayOf(new Date(instant), "Europe/Berlin"))
      expect(period && daysBetween(period.from, period.to)).toBe(27)
    }
  })
})

describe("weeks of ISO 8601", () => {
  test("week 53 exists in 2020 and 2026, not in 2025", () => {
    expect(weekStart(2020, 53)).toBe("2020-12-28")
    expect(weekStart(2026, 53)).toBe("2026-12-28")
    expect(weekStart(2025, 53)).toBeNull()
    expect(isoWeek("2027-01-03")).toEqual({ year: 2026, week: 53 })
    expect(isoWeek("2024-12-30")).toEqual({ year: 2025, week: 1 })
  })

  test("every day of thirty years is in the week that begins with its Monday", () => {
    for (let day = "2000-01-01"; day < "2030-01-01"; day = addDays(day, 1)) {
      const { year, week } = isoWeek(day)
      const monday = weekStart(year, week)
      expect(monday && daysBetween(monday, day)).toBeGreaterThanOrEqual(0)
      expect(monday && daysBetween(monday, day)).toBeLessThan(7)
    }
  })
})

describe("what a period is compared with", () => {
  test.each([
    ["week", "prev", "2026-11-09", "2026-11-15"],
    ["last-week", "prev", "2026-11-02", "2026-11-08"],
    ["4w", "prev", "2026-09-28", "2026-10-25"],
    ["qtd", "prev", "2026-07-01", "2026-08-22"],
    ["12m", "prev", "2024-11-23", "2025-11-22"],
    ["2026-10", "prev", "2026-09-01", "2026-09-30"],
    ["2026-11", "prev", "2026-10-01", "2026-10-22"],
    ["2026-08-01..2026-08-10", "prev", "2026-07-22", "2026-07-31"],
    ["4w", "py", "2025-10-27", "2025-11-23"],
    ["2026-w46", "py", "2025-11-10", "2025-11-16"],
    ["qtd", "py", "2025-10-01", "2025-11-22"],
    ["2026-10", "py", "2025-10-01", "2025-10-31"],
  ] as const)("%s with %s: %s to %s", (key, comparison, from, to) =>
    expect(compared(key, comparison)).toEqual([from, to]),
  )

  test("February is compared whole, in leap years too, and week 53 with week 52", () => {
    expect(compared("2028-02", "py", "2028-03-10")).toEqual(["2027-02-01", "2027-02-28"])
    expect(compared("2028-02", "prev", "2028-03-10")).toEqual(["2028-01-01", "2028-01-31"])
    expect(compared("2028-03", "prev", "2028-03-31")).toEqual(["2028-02-01", "2028-02-29"])
    expect(compared("2026-w53", "py", "2027-02-01")).toEqual(["2025-12-22", "2025-12-28"])
    expect(shiftMonths("2028-02-29", -12)).toBe("2027-02-28")
  })

  test("days compared by their weekdays have the same ones", () => {
    const found = compared("13w", "py")
    expect(found?.map((day) => new Date(day).getUTCDay())).toEqual([1, 0])
  })

  test("no comparison is none", () => {
    expect(compared("4w", "none")).toBeNull()
  })
})

test("words name the period and what it is compared with", () => {
  const words = (key: string, comparison?: Comparison) => {
    const period = periodOf(key, sunday)
    return period && [periodWords(period, sunday), comparisonWords(period, comparison)]
  }
  expect(words("4w", "prev")).toEqual(["4 weeks", "the 4 weeks before"])
  expect(words("qtd", "py")).toEqual(["this quarter so far", "the same days a year before"])
  expect(words("2026-w46")).toEqual(["w46", ""])
  expect(words("2025-w46", "prev")).toEqual(["w46 2025", "the week before"])
  expect(words("2026-08-01..2026-11-16", "prev")).toEqual(["1 Aug to 16 Nov", "as many days before"])
})

test("what an address cannot mean is dropped", () => {
  expect(periodQuery.parse({ period: "14w", cmp: "target" })).toEqual({ period: undefined, cmp: undefined })
  expect(periodQuery.parse({ period: "2026-w46", cmp: "py" })).toEqual({ period: "2026-w46", cmp: "py" })
})
