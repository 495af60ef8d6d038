import fc from "fast-check"
import { expect, test } from "vitest"
import { bandOf } from "./band.ts"
import { decideOverride, type OverrideInput } from "./override.ts"
import type { Band } from "./schema.ts"

const bands = { redUpTo: 50, yellowUpTo: 75 }
const now = new Date("2026-11-20T09:00:00Z")
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)
const asked: OverrideInput = { score: 40, band: null, reason: "Sponsor is leaving", expiresAt: inDays(30) }
const decide = (changes: Partial<OverrideInput>, value: number | null = 72) =>
  decideOverride({ input: { ...asked, ...changes }, computed: { value, bands }, author: "Chen", now })

test("a score with a reason and an end is accepted", () => {
  expect(decide({})).toEqual({
    ok: true,
    value: { value: 40, reason: "Sponsor is leaving", author: "Chen", setAt: now, expiresAt: inDays(30) },
  })
})

test.each([
  [{ score: null }, "score_or_band"],
  [{ band: "red" as const }, "score_or_band"],
  [{ score: 101 }, "score_out_of_range"],
  [{ score: 50.5 }, "score_out_of_range"],
  [{ reason: "  no ... !! good " }, "reason_too_short"],
  [{ expiresAt: null }, "expiry_missing"],
  [{ expiresAt: now }, "expiry_past"],
  [{ expiresAt: inDays(90.01) }, "expiry_too_far"],
])("%o is refused as %s", (changes, reason) => {
  expect(decide(changes)).toMatchObject({ ok: false, reason })
})

test("exactly 90 days are allowed", () => {
  expect(decide({ expiresAt: inDays(90) }).ok).toBe(true)
})

test.each<[Band, number | null, number]>([
  ["red", 72, 50],
  ["green", 72, 76],
  ["yellow", 72, 72],
  ["yellow", 20, 51],
  ["green", null, 88],
])("the band %s beside a computed %s becomes %i", (band, value, expected) => {
  expect(decide({ score: null, band }, value)).toMatchObject({ ok: true, value: { value: expected } })
})

test("a band always becomes a score inside it", () => {
  const computed = fc.option(fc.integer({ min: 0, max: 100 }))
  fc.assert(
    fc.property(
      fc.constantFrom("red" as const, "yellow" as const, "green" as const),
      computed,
      (band, value) => {
        const decision = decide({ score: null, band }, value)
        expect(decision.ok && bandOf(decision.value.value, bands)).toBe(band)
      },
    ),
  )
})
