import { expect, test } from "vitest"
import { countingScore, instantsOfDays, type Judgement } from "#lib/health/counting-score.ts"
import { effectiveHealth } from "#lib/health/effective-health.ts"

const judgement = (value: number, setAt: string, endsAt: string): Judgement => ({
  value,
  setAt: new Date(setAt),
  endsAt: new Date(endsAt),
})
const judgements = [
  judgement(30, "2026-11-05T10:00:00Z", "2026-11-10T10:00:00Z"),
  judgement(80, "2026-11-10T10:00:00Z", "2026-11-12T00:00:00Z"),
]
const at = (instant: string, computed: number | null = 62) =>
  countingScore({ computed, judgements, at: new Date(instant) })

test("a judgement counts from the moment it is set until before it ends", () => {
  expect(at("2026-11-05T09:59:59Z")).toEqual({ value: 62, isJudged: false })
  expect(at("2026-11-05T10:00:00Z")).toEqual({ value: 30, isJudged: true })
  expect(at("2026-11-10T10:00:00Z")).toEqual({ value: 80, isJudged: true })
  expect(at("2026-11-12T00:00:00Z")).toEqual({ value: 62, isJudged: false })
  expect(at("2026-11-06T00:00:00Z", null)).toEqual({ value: 30, isJudged: true })
  expect(at("2026-11-20T00:00:00Z", null)).toEqual({ value: null, isJudged: false })
})

test("of two in force the one set last counts, in whatever order they are given", () => {
  const both = [
    judgement(30, "2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z"),
    judgement(80, "2026-11-02T00:00:00Z", "2026-12-01T00:00:00Z"),
  ]
  const now = new Date("2026-11-03T00:00:00Z")
  for (const given of [both, both.toReversed()])
    expect(countingScore({ computed: 62, judgements: given, at: now }).value).toBe(80)
})

test("it is what counts beside it on the page", () => {
  const [one] = judgements
  for (const instant of ["2026-11-05T09:00:00Z", "2026-11-07T00:00:00Z", "2026-11-10T10:00:00Z"]) {
    const asOf = new Date(instant)
    const effective = effectiveHealth({
      computed: { value: 62, band: "yellow", bands: { redUpTo: 50, yellowUpTo: 75 } },
      override: { ...one!, expiresAt: one!.endsAt, reason: "because we know", author: "Ada" },
      asOf,
    })
    expect(countingScore({ computed: 62, judgements: [one!], at: asOf })).toEqual({
      value: effective.value,
      isJudged: effective.from === "override",
    })
  }
})

test("a day stands for its end in its own zone, the last one for now", () => {
  const now = new Date("2026-11-16T09:00:00Z")
  const days = ["2026-10-24", "2026-10-25", "2026-11-16"]
  expect(
    instantsOfDays(days, { timeZone: "Europe/Berlin", now }).map((instant) => instant.toISOString()),
  ).toEqual(["2026-10-24T21:59:59.999Z", "2026-10-25T22:59:59.999Z", "2026-11-16T09:00:00.000Z"])
  expect(instantsOfDays(["2026-11-10"], { timeZone: "Europe/Berlin", now })).toEqual([now])
  expect(instantsOfDays([], { timeZone: "Europe/Berlin", now })).toEqual([])
})
