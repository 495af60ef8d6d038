import { expect, test } from "vitest"
import { assignsOwners, scopeChoice } from "./scope.ts"

const everything = { hasPerson: true, hasTeam: true, asked: undefined }

test.each([
  ["csm", "mine"],
  ["team_lead", "team"],
  ["cs_director", "all"],
  ["viewer", "all"],
] as const)("a %s begins with %s", (role, scope) =>
  expect(scopeChoice({ ...everything, role })).toEqual({ scope, offered: ["mine", "team", "all"] }),
)

test("what is asked for counts, where it is offered", () => {
  expect(scopeChoice({ ...everything, role: "csm", asked: "team" }).scope).toBe("team")
  expect(scopeChoice({ ...everything, role: "csm", hasTeam: false, asked: "team" })).toEqual({
    scope: "all",
    offered: ["mine", "all"],
  })
})

test("where the frame says whose accounts, the page is about these", () =>
  expect(scopeChoice({ ...everything, role: "csm", asked: "mine", isSaid: true }).scope).toBe("all"))

test("who is nobody in the book sees all", () =>
  expect(scopeChoice({ role: "csm", hasPerson: false, hasTeam: false, asked: "mine" })).toEqual({
    scope: "all",
    offered: ["all"],
  }))

test("leads and those above give owners", () => {
  expect(assignsOwners("team_lead")).toBe(true)
  expect(assignsOwners("csm")).toBe(false)
  expect(assignsOwners(null)).toBe(false)
})
