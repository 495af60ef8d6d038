import { expect, test } from "vitest"
import { dayOfSerial, readInstant } from "./read-instant.ts"

const read = (cell: string, order: "day_first" | "month_first" = "day_first", timeZone = "Europe/Berlin") =>
  readInstant(cell, { order, timeZone })?.toISOString() ?? null

test("an offset says the instant, without one the wall clock of the zone is meant", () => {
  expect(read("2026-03-31T14:30:00Z")).toBe("2026-03-31T14:30:00.000Z")
  expect(read("2026-03-31T14:30:00.5+02:00")).toBe("2026-03-31T12:30:00.500Z")
  expect(read("2026-03-31 14:30 +0530")).toBe("2026-03-31T09:00:00.000Z")
  expect(read("2026-03-31 14:30")).toBe("2026-03-31T12:30:00.000Z")
  expect(read("2026-01-31 14:30")).toBe("2026-01-31T13:30:00.000Z")
})

test("days are read in their order, a day alone is its noon", () => {
  expect(read("05/03/2026 2:05 PM", "month_first", "UTC")).toBe("2026-05-03T14:05:00.000Z")
  expect(read("31.03.2026, 09:15", "day_first", "UTC")).toBe("2026-03-31T09:15:00.000Z")
  expect(read("31 Mar 2026 09:15", "day_first", "UTC")).toBe("2026-03-31T09:15:00.000Z")
  expect(read("2026-03-31", "day_first", "UTC")).toBe("2026-03-31T12:00:00.000Z")
})

test("a spreadsheet's day number is a day", () => {
  // Microsoft's own example: 39448 is 1 January 2008.
  expect(dayOfSerial("39448")).toBe("2008-01-01")
  expect(read("39448.5", "day_first", "UTC")).toBe("2008-01-01T12:00:00.000Z")
  expect(dayOfSerial("12")).toBeNull()
})

test("a clock change skips an hour and repeats one", () => {
  expect(read("2026-03-29 02:30")).toBe("2026-03-29T01:30:00.000Z")
  expect(["2026-10-25T00:30:00.000Z", "2026-10-25T01:30:00.000Z"]).toContain(read("2026-10-25 02:30"))
})

test("what is no instant stays none", () => {
  for (const cell of ["", "soon", "2026-02-30 10:00", "2026-03-31 25:00", "2026-03-31 13:00 pm", "10:00"])
    expect(read(cell), cell).toBeNull()
})
