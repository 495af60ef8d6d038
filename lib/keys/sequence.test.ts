import { expect, test } from "vitest"
import { nextStep, sequenceWaitMs } from "./sequence.ts"

const known = ["A", "C", "G A", "G H"]

test("one key runs at once", () => {
  expect(nextStep(null, "A", 0, known)).toEqual({ run: "A", pending: null })
})

test("two keys run together when the second comes in time", () => {
  const first = nextStep(null, "G", 100, known)
  expect(first).toEqual({ run: null, pending: { first: "G", at: 100 } })
  expect(nextStep(first.pending, "A", 100 + sequenceWaitMs, known)).toEqual({ run: "G A", pending: null })
})

test("too late, the second key is a first one", () => {
  expect(nextStep({ first: "G", at: 0 }, "A", sequenceWaitMs + 1, known)).toEqual({
    run: "A",
    pending: null,
  })
})

test("a second key of no sequence counts by itself, and may begin one", () => {
  expect(nextStep({ first: "G", at: 0 }, "C", 10, known)).toEqual({ run: "C", pending: null })
  expect(nextStep({ first: "G", at: 0 }, "G", 10, known)).toEqual({
    run: null,
    pending: { first: "G", at: 10 },
  })
  expect(nextStep({ first: "G", at: 0 }, "Q", 10, known)).toEqual({ run: null, pending: null })
})
