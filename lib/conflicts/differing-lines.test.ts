import { expect, test } from "vitest"
import { differingLines } from "./differing-lines.ts"

test("only what differs is told, on both sides in the same order", () => {
  const fields = [
    { name: "Team", mine: "Enterprise", theirs: "" },
    { name: "FTE", mine: "0.8", theirs: "0.8" },
    { name: "Manager", mine: "Ada", theirs: "Ben" },
  ]
  expect(differingLines(fields)).toEqual({
    mine: "Team: Enterprise\nManager: Ada",
    theirs: "Team: none\nManager: Ben",
  })
})

test("who wants what the other already saved has nothing to choose", () =>
  expect(differingLines([{ name: "FTE", mine: "1", theirs: "1" }])).toEqual({ mine: "", theirs: "" }))
