import { expect, test } from "vitest"
import { isNarrowed, narrowing, saysWhose, scopeChips } from "./narrowing.ts"

const team = "0190a000-0000-7000-8000-000000000001"

test("what cannot be read narrows nothing", () => {
  const read = narrowing.parse({ seg: "Huge", team: "north", owner: "olivia" })
  expect(isNarrowed(read)).toBe(false)
  expect(scopeChips(read, {})).toEqual([])
})

test("a segment says which accounts, a team or an owner says whose", () => {
  expect(saysWhose({ seg: "SMB" })).toBe(false)
  expect(isNarrowed({ seg: "SMB" })).toBe(true)
  expect(saysWhose({ team })).toBe(true)
  expect(saysWhose({ owner: "me" })).toBe(true)
})

test("each part is one chip, and names that are not known are not made up", () => {
  expect(
    scopeChips({ seg: "SMB", team, owner: "me" }, { teamName: "North" }).map(({ label }) => label),
  ).toEqual(["Segment: SMB", "Team: North", "Owner: me"])
  expect(scopeChips({ owner: team }, {})[0]?.label).toBe("Owner: unknown")
})
