import { expect, test } from "vitest"
import { readDay } from "./read-day.ts"

test("the year first needs no order", () => {
  expect(readDay("2026-03-31", "day_first")).toBe("2026-03-31")
  expect(readDay("2026/3/1", "month_first")).toBe("2026-03-01")
  expect(readDay("2026-03-31T10:00:00Z", "day_first")).toBe("2026-03-31")
  expect(readDay("2026-03-31 00:00", "day_first")).toBe("2026-03-31")
})

test("figures with the year last follow the order", () => {
  expect(readDay("05/03/2026", "day_first")).toBe("2026-03-05")
  expect(readDay("05/03/2026", "month_first")).toBe("2026-05-03")
  expect(readDay("31.03.2026", "month_first")).toBeNull()
})

test("named months need no order", () => {
  expect(readDay("31 Mar 2026", "month_first")).toBe("2026-03-31")
  expect(readDay("March 31, 2026", "day_first")).toBe("2026-03-31")
})

test("days that do not exist, short years and other texts are none", () => {
  for (const cell of ["2026-02-30", "29.02.2025", "1/2/26", "45000", "soon", "31 Foo 2026", "1850-01-01"])
    expect(readDay(cell, "day_first"), cell).toBeNull()
})
