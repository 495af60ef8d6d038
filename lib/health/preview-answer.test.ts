import { expect, test } from "vitest"
import { moveDirection, previewAnswer } from "./preview-answer.ts"
import type { ScoreBand } from "./schema.ts"

const move = (from: ScoreBand, to: ScoreBand) => ({
  from: { value: 1, band: from },
  to: { value: 1, band: to },
})

test("the number of moves is the sum of its parts", () => {
  const moves = [move("red", "green"), move("green", "yellow"), move("red", "insufficient")]
  expect(previewAnswer({ scored: 500, moves })).toBe(
    "3 of 500 accounts change band: 1 to a better one, 1 to a worse one, 1 to or from too little data.",
  )
  expect(previewAnswer({ scored: 2, moves: [move("red", "yellow")] })).toBe(
    "1 of 2 accounts changes band: 1 to a better one.",
  )
})

test("nobody moves, or nobody is there", () => {
  expect(previewAnswer({ scored: 1, moves: [] })).toBe("None of 1 account changes band.")
  expect(previewAnswer({ scored: 0, moves: [] })).toMatch(/^No account is scored/)
})

test("direction follows the order of the bands", () => {
  expect(moveDirection(move("yellow", "green"))).toBe("better")
  expect(moveDirection(move("yellow", "red"))).toBe("worse")
  expect(moveDirection(move("insufficient", "red"))).toBe("other")
})
