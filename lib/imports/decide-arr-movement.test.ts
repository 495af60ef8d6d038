import { expect, test } from "vitest"
import { decideArrMovement } from "./decide-arr-movement.ts"

const move = (presentCents: number, statedCents: number, hasHistory = true) =>
  decideArrMovement({ presentCents, statedCents, hasHistory })

test("the movement of revenue follows from what was there", () => {
  expect(move(0, 500, false)).toEqual({ kind: "new", amountCents: 500 })
  expect(move(0, 500)).toEqual({ kind: "reactivation", amountCents: 500 })
  expect(move(500, 700)).toEqual({ kind: "expansion", amountCents: 200 })
  expect(move(500, 300)).toEqual({ kind: "contraction", amountCents: -200 })
  expect(move(500, 0)).toEqual({ kind: "churn", amountCents: -500 })
  expect(move(500, 500)).toBeNull()
})
