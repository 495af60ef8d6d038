import { expect, test } from "vitest"
import { ownAmount } from "./own-amount.ts"
import type { Repair } from "./settings.ts"

const convert = (from: string, rate: number): Repair => ({ do: "convert", column: 0, from, rate })
const read = (cents: number, currency: string | null, repairs: Repair[] = []) =>
  ownAmount({ cents, text: "1", header: "Amount", currency }, { currency: "EUR", repairs })

test("an amount of the own currency stays, another one is named", () => {
  expect(read(12_345, null)).toEqual({ cents: 12_345, strange: null })
  expect(read(12_345, "eur")).toEqual({ cents: 12_345, strange: null })
  expect(read(12_345, "USD")).toEqual({ cents: 12_345, strange: "USD" })
})

test("a rate converts its own currency alone, the last one given counts, losses like gains", () => {
  const repairs = [convert("USD", 2), convert("USD", 0.92)]
  expect(read(10_000, "USD", repairs)).toEqual({ cents: 9_200, strange: null })
  expect(read(10_000, "GBP", repairs)).toEqual({ cents: 10_000, strange: "GBP" })
  expect(read(25, "USD", [convert("USD", 0.5)]).cents).toBe(13)
  expect(read(-25, "USD", [convert("USD", 0.5)]).cents).toBe(-13)
})
