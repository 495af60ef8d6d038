import fc from "fast-check"
import { expect, test } from "vitest"
import { highestScore } from "./measure-score.ts"
import { type MeasureMove, nextBand } from "./next-band.ts"
import { withRawValue } from "./raise-measure.ts"
import { rawForScore } from "./raw-for-score.ts"
import { bands, type ScoreBand } from "./schema.ts"
import { scoreAccount } from "./score.ts"
import { modelOf } from "./testing/model-of.ts"
import { readingsOf } from "./testing/readings-of.ts"
import { type World, worlds } from "./testing/worlds.ts"

const asOf = "2026-11-20"
const model = modelOf({
  logins: { weight: 50, scale: { kind: "linear", worst: 0, best: 40 }, unit: "per week" },
  tickets: { weight: 30, scale: { kind: "linear", worst: 10, best: 0 } },
  plan: { weight: 20, scale: { kind: "ordinal", scores: { Basic: 30, Pro: 70, Enterprise: 95 } } },
})
const given = (values: Record<string, number | string>, scoring = model): World => ({
  model: scoring,
  readings: readingsOf(values),
  asOf,
})

// 0.5 * 40 + 0.3 * 50 + 0.2 * 30 = 41, so 51 needs 9.5 more: 19 of logins, 31.7 of tickets, 47.5 of plan.
test("by hand: 41 to 51 by logins, by tickets, or by the plan", () => {
  const step = nextBand(given({ logins: 16, tickets: 5, plan: "Basic" }))
  expect(step).toMatchObject({ kind: "step", from: "red", to: "yellow", pointsNeeded: 10, combination: null })
  if (step.kind !== "step") return
  expect(step.singles.map(({ move }) => [move?.label, move?.comparison, move?.neededRaw])).toEqual([
    ["LOGINS", "at least", 23.6],
    ["TICKETS", "at most", 1.8],
    ["PLAN", "equal to", "Enterprise"],
  ])
  expect(step.singles.map((single) => single.gain)).toEqual([10, 10, 13])
})

// The displayed edge: exactly 50.5 shows as 51, which is yellow.
test("half a point below the edge is enough", () => {
  const one = modelOf({ a: { scale: { kind: "linear", worst: 0, best: 100 } } })
  const step = nextBand(given({ a: 48 }, one))
  expect(step).toMatchObject({ singles: [{ move: { neededRaw: 51, neededScore: 51 } }] })
  const tenfold = modelOf({ a: { scale: { kind: "linear", worst: 0, best: 1000 } } })
  expect(nextBand(given({ a: 480 }, tenfold))).toMatchObject({ singles: [{ move: { neededRaw: 510 } }] })
})

test("when no measure suffices alone, the fewest together", () => {
  const step = nextBand(given({ logins: 4, tickets: 9, plan: "Basic" }))
  if (step.kind !== "step") throw new Error(step.kind)
  expect(step.singles.map(({ label, isReachable }) => [label, isReachable])).toEqual([
    ["LOGINS", true],
    ["TICKETS", false],
    ["PLAN", false],
  ])
  const low = nextBand(given({ logins: 0, tickets: 10, plan: "Basic" }))
  if (low.kind !== "step") throw new Error(low.kind)
  expect(low.singles.map((single) => single.isReachable)).toEqual([true, false, false])
  const even = modelOf({ a: { weight: 40 }, b: { weight: 30 }, c: { weight: 30 } })
  const step3 = nextBand(given({ a: 10, b: 0, c: 5 }, even))
  if (step3.kind !== "step") throw new Error(step3.kind)
  expect(step3.singles.every((single) => !single.isReachable)).toBe(true)
  expect(step3.combination?.map(({ measureKey, neededRaw }) => [measureKey, neededRaw])).toEqual([
    ["a", 100],
    ["b", 30],
  ])
})

test("a veto must be lifted first, and holds every other measure back", () => {
  const vetoed = modelOf({
    usage: { weight: 70 },
    payment: { weight: 30, veto: { atOrBelowScore: 20, reason: "Payment overdue" } },
  })
  const step = nextBand(given({ usage: 90, payment: 10 }, vetoed))
  expect(step).toMatchObject({
    from: "red",
    pointsNeeded: 1,
    singles: [
      { measureKey: "payment", isReachable: true, move: { neededRaw: 21 }, heldBy: [] },
      { measureKey: "usage", isReachable: false, heldBy: [{ reason: "Payment overdue" }] },
    ],
  })
})

test("green has nothing above it", () => {
  expect(nextBand(given({ logins: 40, tickets: 0, plan: "Pro" }))).toEqual({ kind: "top" })
})

test("with insufficient data it says which readings are needed", () => {
  const demanding = { ...model, minimumCoverage: 0.6 }
  const step = nextBand(given({ plan: "Pro" }, demanding))
  expect(step).toMatchObject({ kind: "insufficient", coverage: 0.2, needs: [{ measureKey: "logins" }] })
})

const after = (world: World, moves: readonly MeasureMove[]) => {
  const score = scoreAccount(world)
  const readings = moves.reduce(
    (changed, { measureKey, neededRaw }) => withRawValue(changed, score, { measureKey, raw: neededRaw }),
    world.readings,
  )
  return scoreAccount({ ...world, readings })
}

const rank = (band: ScoreBand) => (band === "insufficient" ? -1 : bands.indexOf(band))

test("applying any suggested change reaches the band", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const step = nextBand(world)
      if (step.kind !== "step") return
      const reaches = (moves: readonly MeasureMove[]) => rank(after(world, moves).band) >= rank(step.to)
      for (const { move } of step.singles) if (move) expect(reaches([move])).toBe(true)
      if (step.combination) expect(reaches(step.combination)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test("no smaller set of measures reaches it, even with each at its best", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const step = nextBand(world)
      if (step.kind !== "step") return
      const score = scoreAccount(world)
      const counted = world.model.measures.filter(({ key }) =>
        step.singles.some((one) => one.measureKey === key),
      )
      const isAnySingle = step.singles.some((single) => single.isReachable)
      const fewest = isAnySingle ? 1 : (step.combination?.length ?? counted.length + 1)
      for (let chosen = 0; chosen < 2 ** counted.length; chosen++) {
        const set = counted.filter((_, i) => (chosen >> i) & 1)
        if (set.length >= fewest) continue
        const readings = set.reduce((changed, { key, scale }) => {
          const raw = rawForScore(scale, highestScore(scale))!
          return withRawValue(changed, score, { measureKey: key, raw })
        }, world.readings)
        expect(rank(scoreAccount({ ...world, readings }).band)).toBeLessThan(rank(step.to))
      }
    }),
    { numRuns: 200 },
  )
})
