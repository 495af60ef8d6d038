import { expect, test } from "vitest"
import { type Causes, lossHazard } from "./hazard.ts"

const calm: Causes = {
  segment: "Mid-Market",
  value: 0.6,
  adoption: 0.55,
  hasSponsor: true,
  pain: 0,
  overdueDays: 0,
  daysToNotice: 300,
}

test("at rest the hazard is that of the segment, a little lower far from notice: 0.034 / 365 * e^-0.3", () => {
  expect(lossHazard(calm)).toBeCloseTo((0.034 / 365) * Math.exp(-0.3), 12)
})

test.each<[string, Partial<Causes>]>([
  ["less value", { value: 0.4 }],
  ["less adoption", { adoption: 0.3 }],
  ["a lost sponsor", { hasSponsor: false }],
  ["bad experience", { pain: 1 }],
  ["an unpaid invoice", { overdueDays: 40 }],
  ["notice that can still be given", { daysToNotice: 30 }],
])("%s raises it", (_, worse) => {
  expect(lossHazard({ ...calm, ...worse })).toBeGreaterThan(lossHazard(calm))
})

test("it never exceeds five in a hundred a day", () => {
  const worst = { value: 0, adoption: 0, hasSponsor: false, pain: 9, overdueDays: 90, daysToNotice: 10 }
  expect(lossHazard({ ...calm, ...worst, segment: "SMB" })).toBe(0.05)
})
