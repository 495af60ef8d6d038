import { expect, test } from "vitest"
import { carried, withFrame } from "./carried.ts"

const here = new URLSearchParams("seg=SMB&period=13w&sort=-arr&owner=me&after=x")

test("scope and period go along, what belongs to the page does not", () => {
  expect(carried("/home", here)).toBe("/home?seg=SMB&owner=me&period=13w")
  expect(carried("/home", new URLSearchParams("sort=name"))).toBe("/home")
  expect(carried("/home", null)).toBe("/home")
})

test("what a link says itself counts", () => {
  expect(carried("/accounts?owner=abc", here)).toBe("/accounts?owner=abc&seg=SMB&period=13w")
})

test("a choice in the bar keeps the page's own state and begins a list anew", () => {
  expect(withFrame("/accounts", here, { seg: "", team: "t", owner: "" })).toBe(
    "/accounts?period=13w&sort=-arr&team=t",
  )
  expect(withFrame("/home", new URLSearchParams("seg=SMB"), { seg: "" })).toBe("/home")
  const view = new URLSearchParams("seg=SMB&view=small")
  expect(withFrame("/accounts", view, { seg: "" })).toBe("/accounts")
  expect(withFrame("/accounts", view, { period: "4w" })).toBe("/accounts?seg=SMB&view=small&period=4w")
})
