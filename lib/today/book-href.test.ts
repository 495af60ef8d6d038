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
