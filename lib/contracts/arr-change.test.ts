import { expect, test } from "vitest"
import { arrChange } from "#lib/contracts/arr-change.ts"

const moved = (effectiveOn: string, amountCents: number) => ({ effectiveOn, amountCents })
const said = (rows: Parameters<typeof arrChange>[0], isCut = false) =>
  arrChange(rows, { today: "2026-11-22", isCut, currency: "USD" })

test("the movements of twelve months are one sum, the day a year ago is not one of them", () => {
  const rows = [moved("2026-11-22", 500_000), moved("2025-11-23", -200_000), moved("2025-11-22", 9_000_000)]
  expect(said(rows)).toBe("+$3,000 in 12 months")
  expect(said([moved("2026-02-01", -200_000), moved("2024-02-01", 900_000)])).toBe("−$2,000 in 12 months")
})

test("without a movement in the year, the last one is named", () => {
  expect(said([moved("2025-01-29", 500_000), moved("2024-01-29", 500_000)])).toBe(
    "unchanged since Wed 29 Jan 2025",
  )
})

test("a movement to come changes nothing yet", () => {
  expect(said([moved("2026-11-23", 500_000), moved("2025-01-29", 1)])).toMatch(/^unchanged/)
  expect(said([moved("2026-11-23", 500_000)])).toBeNull()
  expect(said([])).toBeNull()
})

test("a sum that may lack a movement is not told", () => {
  expect(said([moved("2026-11-01", 500_000)], true)).toBeNull()
  expect(said([moved("2026-11-01", 500_000), moved("2024-11-01", 1)], true)).toBe("+$5,000 in 12 months")
})
