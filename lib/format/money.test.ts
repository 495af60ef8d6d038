import { expect, test } from "vitest"
import { formatColumnMoney, formatMoney } from "#lib/format/money.ts"

test.each([
  [410_000_000, "USD", "$4.1M"],
  [190_000_000, "EUR", "€1.9M"],
  [31_000_000, "USD", "$310k"],
  [420_000, "USD", "$4,200"],
  [999_900, "USD", "$9,999"],
  [999_960, "USD", "$10k"],
  [99_949_900, "USD", "$999k"],
  [99_960_000, "USD", "$1.0M"],
  [99_994_000_000, "USD", "$999.9M"],
  [99_996_000_000, "USD", "$1.0B"],
  [0, "USD", "$0"],
  [-8_500_000, "USD", "−$85k"],
  [-20, "USD", "$0"],
  [190_000_000, "CHF", "CHF\u00a01.9M"],
])("%d hundredths of %s are %s", (cents, currency, text) => {
  expect(formatMoney(cents, currency)).toBe(text)
})

test("the unit follows the number where the language puts the currency last", () => {
  expect(formatMoney(410_000_000, "EUR", "de-DE")).toBe("4,1M\u00a0€")
})

test.each([
  [483_000, "$5k"],
  [99_900, "$999"],
  [99_960, "$1k"],
  [-420_000, "−$4k"],
  [2_000_000, "$20k"],
  [1_000_300_000, "$10.0M"],
  [0, "$0"],
])("in a column %d hundredths are %s", (cents, text) => {
  expect(formatColumnMoney(cents, "USD")).toBe(text)
})

test("no number, no text", () => expect(formatMoney(Number.NaN, "USD")).toBe(""))
