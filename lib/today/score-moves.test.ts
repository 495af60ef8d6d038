import { expect, test } from "vitest"
import { scoreMoves } from "./score-moves.ts"
import { bookAccountOf } from "./testing/book-account-of.ts"

const moved = (name: string, earlier: number | null, value: number | null, trend: "up" | "down" | "same") =>
  bookAccountOf({ name, earlier, value, trend })

test("only moves beyond noise count, in the direction of the signal, the largest first, falls before rises", () => {
  const moves = scoreMoves([
    moved("rises", 60, 70, "up"),
    moved("inside its range", 60, 75, "same"),
    moved("falls most", 60, 40, "down"),
    moved("falls", 60, 50, "down"),
    moved("comes back a little", 30, 35, "down"),
    moved("hardly falls", 60, 58, "down"),
    moved("stays", 20, 20, "down"),
    moved("new", null, 20, "down"),
    moved("lost its score", 20, null, "down"),
  ])
  expect(moves.map(({ name, from, to }) => [name, from, to])).toEqual([
    ["falls most", 60, 40],
    ["falls", 60, 50],
    ["rises", 60, 70],
  ])
})
