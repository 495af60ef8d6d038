import { expect, test } from "vitest"
import { heldWords, moveWords, nextBandTitle, unreachableWords } from "#components/health/next-band-words.ts"

const move = {
  measureKey: "use",
  label: "Licence use",
  unit: "%",
  currentRaw: 48,
  comparison: "at least",
  neededRaw: 60,
  currentScore: 40,
  neededScore: 55,
} as const

test("the goal is a band and the points to it", () => {
  const step = { kind: "step", from: "red", to: "yellow", singles: [], combination: null } as const
  expect(nextBandTitle({ ...step, pointsNeeded: 13 })).toBe("To reach Watch: 13 more points")
  expect(nextBandTitle({ ...step, pointsNeeded: 1 })).toBe("To reach Watch: 1 more point")
})

test("a move says where to and from where", () => {
  expect(moveWords(move)).toBe("Licence use to at least 60\u00a0%, now 48\u00a0%")
  expect(
    moveWords({
      ...move,
      label: "Plan",
      unit: "",
      comparison: "equal to",
      currentRaw: "Basic",
      neededRaw: "Pro",
    }),
  ).toBe("Plan to Pro, now Basic")
})

test("the goal is written so that reaching it is enough", () => {
  expect(moveWords({ ...move, unit: "", neededRaw: 59.31 })).toContain("at least 60,")
})

test("what cannot do it alone says why", () => {
  const single = { measureKey: "nps", label: "NPS", isReachable: false, move: null, heldBy: [] }
  expect(unreachableWords({ ...single, gain: 4.2 })).toBe("NPS: at most +4.2")
  expect(unreachableWords({ ...single, gain: 0 })).toBe("NPS: already at its best")
})

test("a veto that holds the others down is said once", () => {
  const hit = { measureKey: "payment", label: "Payment", reason: "Payment overdue" }
  const single = { measureKey: "nps", label: "NPS", isReachable: false, move: null, gain: 4.2, heldBy: [hit] }
  const step = { kind: "step", from: "red", to: "yellow", pointsNeeded: 1, combination: null } as const
  expect(heldWords({ ...step, singles: [{ ...single, heldBy: [] }] })).toBeNull()
  expect(heldWords({ ...step, singles: [single] })).toBe(
    "Payment must be settled first: until then NPS cannot lift the score.",
  )
  expect(heldWords({ ...step, singles: [single, { ...single, label: "CSAT" }] })).toBe(
    "Payment must be settled first: until then 2 other measures cannot lift the score.",
  )
})
