import fc from "fast-check"
import { expect, test } from "vitest"
import { effectiveHealth } from "./effective-health.ts"
import { decideOverride, type HealthOverride } from "./override.ts"

const bands = { redUpTo: 50, yellowUpTo: 75 }
const now = new Date("2026-11-20T09:00:00Z")
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)
const computed = { value: 72, band: "yellow" as const, bands }
const override: HealthOverride = {
  value: 40,
  reason: "Sponsor is leaving",
  author: "Chen",
  setAt: now,
  expiresAt: inDays(30),
}

test("a running override counts, with the computed score beside it and the disagreement said", () => {
  expect(effectiveHealth({ computed, override, asOf: inDays(10) })).toMatchObject({
    value: 40,
    band: "red",
    from: "override",
    computed: { value: 72, band: "yellow" },
    perceived: { author: "Chen", daysLeft: 20 },
    disagreement: { points: -32, words: "Computed 72 (Watch), judged 40 (Act now)" },
  })
})

test("it returns to the computed score at the instant it expires", () => {
  expect(effectiveHealth({ computed, override, asOf: inDays(30) })).toMatchObject({
    value: 72,
    from: "computed",
    perceived: null,
    overrideState: "expired",
  })
})

test("15 points apart in one band agree; one point across a band edge does not", () => {
  const judged = (value: number, own: number) =>
    effectiveHealth({
      computed: { value: own, band: own > 75 ? "green" : "yellow", bands },
      override: { ...override, value },
      asOf: now,
    }).disagreement?.points ?? null
  expect(judged(55, 70)).toBeNull()
  expect(judged(55, 71)).toBe(-16)
  expect(judged(76, 75)).toBe(1)
})

test("beside insufficient data the judgement counts and there is nothing to disagree with", () => {
  const unknown = { value: null, band: "insufficient" as const, bands }
  expect(effectiveHealth({ computed: unknown, override, asOf: now })).toMatchObject({
    value: 40,
    band: "red",
    disagreement: null,
  })
})

test("whatever is accepted has ended 90 days later", () => {
  const days = fc.double({ min: -10, max: 200, noNaN: true })
  fc.assert(
    fc.property(days, (length) => {
      const input = { score: 40, band: null, reason: "Sponsor is leaving", expiresAt: inDays(length) }
      const decision = decideOverride({ input, computed, author: "Chen", now })
      if (!decision.ok) return
      expect(effectiveHealth({ computed, override: decision.value, asOf: inDays(90) }).from).toBe("computed")
      expect(effectiveHealth({ computed, override: decision.value, asOf: now }).from).toBe("override")
    }),
  )
})
