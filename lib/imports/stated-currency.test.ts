import { expect, test } from "vitest"
import { statedCurrency } from "./stated-currency.ts"

const read = (cell: string | null, amount: string, header: string, own = "EUR") =>
  statedCurrency({ cell, amount, header, own })

test.each([
  ["nothing says otherwise", null, "1,200", "ARR", "EUR"],
  ["the currency column", "usd", "1,200", "ARR", "USD"],
  ["the column before a sign", "EUR", "$1,200", "ARR USD", "EUR"],
  ["a sign in the column", "€", "1,200", "ARR", "EUR"],
  ["a sign beside the amount", null, "£1,200", "ARR USD", "GBP"],
  ["a dollar of nobody knows where", null, "$1,200", "ARR", "$"],
  ["the header", null, "1,200", "arr_usd", "USD"],
  ["the header, in brackets", null, "1,200", "Amount (CHF)", "CHF"],
  ["a word that only begins like a code", null, "1,200", "Europe amount", "EUR"],
  ["a code that few have", "XOF", "1,200", "ARR", "XOF"],
])("%s", (_, cell, amount, header, expected) => {
  expect(read(cell, amount, header)).toBe(expected)
})

test("a dollar sign is the workspace's own dollar", () => {
  expect(read(null, "$1,200", "ARR", "USD")).toBe("USD")
  expect(read("$", "1,200", "ARR", "CAD")).toBe("CAD")
})
