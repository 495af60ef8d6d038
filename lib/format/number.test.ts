import { expect, test } from "vitest"
import { formatNumber, formatSigned } from "#lib/format/number.ts"
import { formatShare } from "#lib/format/percent.ts"
import { formatCount } from "#lib/format/plural.ts"

test("numbers are grouped, rounded to the digits asked for, and carry a true minus", () => {
  expect(formatNumber(1234)).toBe("1,234")
  expect(formatNumber(90.84, 1)).toBe("90.8")
  expect(formatNumber(-12)).toBe("−12")
  expect(formatNumber(-0.2)).toBe("0")
  expect(formatNumber(-0.2, 1)).toBe("−0.2")
  expect(formatNumber(Number.NaN)).toBe("")
  expect(formatNumber(1234.5, 1, "de-DE")).toBe("1.234,5")
})

test("a signed number shows plus and minus, zero shows none", () => {
  expect(formatSigned(4)).toBe("+4")
  expect(formatSigned(-9)).toBe("−9")
  expect(formatSigned(0)).toBe("0")
  expect(formatSigned(0.04)).toBe("0")
  expect(formatSigned(-0.04, 1)).toBe("0.0")
  expect(formatSigned(-17, 1)).toBe("−17.0")
})

test("shares are per cent", () => {
  expect(formatShare(0.48)).toBe("48\u00a0%")
  expect(formatShare(0.908, 1)).toBe("90.8\u00a0%")
  expect(formatShare(Number.POSITIVE_INFINITY)).toBe("")
})

test("counted nouns agree with their number", () => {
  expect(formatCount(1, "account")).toBe("1 account")
  expect(formatCount(0, "account")).toBe("0 accounts")
  expect(formatCount(1200, "person", "people")).toBe("1,200 people")
})
