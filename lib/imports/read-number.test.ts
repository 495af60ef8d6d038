import { assert, double, property } from "fast-check"
import { expect, test } from "vitest"
import { numberStyles, readNumber } from "./read-number.ts"

test("decimal point, with commas, spaces or apostrophes between thousands", () => {
  expect(readNumber("1,234.5", "point")).toBe(1234.5)
  expect(readNumber("1 234.5", "point")).toBe(1234.5)
  expect(readNumber("1'234'567", "point")).toBe(1_234_567)
  expect(readNumber("29.85", "point")).toBe(29.85)
  expect(readNumber(".5", "point")).toBe(0.5)
})

test("decimal comma, with points or spaces between thousands", () => {
  expect(readNumber("1 234,5", "comma")).toBe(1234.5)
  expect(readNumber("1\u202f234,5", "comma")).toBe(1234.5)
  expect(readNumber("1.234,5", "comma")).toBe(1234.5)
})

test("the same cell differs by style", () => {
  expect(readNumber("1,234", "point")).toBe(1234)
  expect(readNumber("1,234", "comma")).toBe(1.234)
})

test("currency, percent, brackets and signs", () => {
  expect(readNumber("$1,200", "point")).toBe(1200)
  expect(readNumber("-$5", "point")).toBe(-5)
  expect(readNumber("12 %", "point")).toBe(12)
  expect(readNumber("1.200,50 €", "comma")).toBe(1200.5)
  expect(readNumber("CHF 1’200", "point")).toBe(1200)
  expect(readNumber("(1,200)", "point")).toBe(-1200)
  expect(readNumber("\u22125", "point")).toBe(-5)
  expect(readNumber("1e3", "point")).toBe(1000)
})

test("what is no number stays none", () => {
  for (const cell of [
    "",
    "-",
    "abc",
    "12-05",
    "1,2,3",
    "1.2.3",
    "0x10",
    "Infinity",
    "1e999",
    "5+",
    "12 apples",
    "1,23.4",
    "%",
  ])
    for (const style of numberStyles) expect(readNumber(cell, style), `${cell} ${style}`).toBeNull()
})

test("every number written plainly is read back", () => {
  assert(
    property(double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(readNumber(String(value), "point") === value).toBe(true)
    }),
  )
})
