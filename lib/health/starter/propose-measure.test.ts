import fc from "fast-check"
import { expect, test } from "vitest"
import type { StarterColumn } from "./column.ts"
import { proposeMeasure, weakestStrength } from "./propose-measure.ts"

const tickets: StarterColumn = {
  key: "t",
  label: "Open tickets",
  name: "Open tickets",
  kind: "number",
  n: 100,
  distinct: 9,
  missing: 0,
  quantiles: { p5: 0, p10: 0, p25: 1, p50: 2, p75: 4, p90: 7, p95: 9 },
}
const learned = (outcomeAuc: number) => proposeMeasure({ ...tickets, outcomeAuc }, 0.2)

// The area 0.616 and its direction are those of MonthlyCharges in IBM's telco file.
test("lost accounts with higher values: lower is better, strength 2 * 0.616 - 1", () => {
  const found = learned(0.616)
  expect(found).toMatchObject({
    direction: "lower",
    because: [expect.stringContaining("62 of 100 pairs"), expect.anything(), expect.stringContaining("0.23")],
  })
  expect("strength" in found && found.strength).toBeCloseTo(0.232, 9)
})

test("a direction that contradicts the name asks to be checked", () => {
  expect(learned(0.3)).toMatchObject({
    direction: "higher",
    because: expect.arrayContaining(["Its name suggests the opposite: check it"]),
  })
})

test("weak, too good and unmeasured columns are left out", () => {
  expect(learned(0.51)).toMatchObject({ reason: "weak" })
  expect(learned(0.99)).toMatchObject({ reason: "knows_outcome" })
  expect(proposeMeasure(tickets, 0.2)).toMatchObject({ reason: "unmeasured" })
  expect(proposeMeasure(tickets, null)).toMatchObject({ direction: "lower", strength: null })
})

test("the mirrored area gives the other direction with the same strength", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.05, max: 0.47, noNaN: true }), (area) => {
      const [one, other] = [learned(area), learned(1 - area)]
      if ("reason" in one || "reason" in other) throw new Error("left out")
      expect([one.direction, other.direction]).toEqual(["higher", "lower"])
      expect(one.strength).toBeCloseTo(other.strength!, 12)
      expect(one.strength).toBeGreaterThanOrEqual(weakestStrength)
    }),
  )
})
