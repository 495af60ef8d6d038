import { expect, test } from "vitest"
import { bookHref } from "./book-href.ts"
import { bookPart } from "./book-part.ts"
import { bookAccountOf } from "./testing/book-account-of.ts"

test.each([
  ["accounts", "mine", "/accounts?owner=me&lost=hide"],
  ["arr", "all", "/accounts?lost=hide"],
  ["act_now", "mine", "/accounts?band=red&owner=me&lost=hide"],
  ["renewals", "all", "/accounts?due=90d&lost=hide"],
  ["renewals", "team", "/home?scope=team&rows=renewals#rows"],
  ["touchpoints", "mine", "/home?scope=mine&rows=touchpoints#rows"],
] as const)("%s of %s: %s", (key, scope, href) => expect(bookHref(key, scope)).toBe(href))

test("the scope of the frame goes along to the rows", () => {
  const team = "0190a000-0000-7000-8000-000000000001"
  expect(bookHref("act_now", "all", { seg: "SMB", team })).toBe(
    `/accounts?band=red&seg=SMB&team=${team}&lost=hide`,
  )
  expect(bookHref("arr", "mine", { seg: "SMB" })).toBe("/accounts?seg=SMB&owner=me&lost=hide")
  expect(bookHref("touchpoints", "all", { seg: "SMB", owner: "me" })).toBe(
    "/home?scope=all&seg=SMB&owner=me&rows=touchpoints#rows",
  )
})

test("the rows of a number are the accounts that it counts", () => {
  const today = "2026-11-16"
  const accounts = [
    bookAccountOf({ name: "red", countedBand: "red" }),
    bookAccountOf({ name: "due", renewsOn: "2027-02-14" }),
    bookAccountOf({ name: "later", renewsOn: "2027-02-15" }),
  ]
  const names = (key: "accounts" | "act_now" | "renewals") =>
    bookPart(accounts, key, today).map(({ name }) => name)
  expect(names("accounts")).toEqual(["red", "due", "later"])
  expect(names("act_now")).toEqual(["red"])
  expect(names("renewals")).toEqual(["due"])
})
