import { expect, test } from "vitest"
import { observe } from "./column-profile.ts"
import { decideArrMovement } from "./decide-arr-movement.ts"
import { decideColumns, profilesFor } from "./decide-columns.ts"
import { domainOf } from "./domain-of.ts"
import { mapHeader } from "./map-header.ts"
import { mergeAccount } from "./merge-account.ts"
import { readAccount } from "./read-account.ts"
import { readSegment, readStage } from "./read-choice.ts"
import { sortOut } from "./sort-out.ts"

function read(headers: string[], cells: string[]) {
  const header = mapHeader(headers, new Map())
  const profiles = profilesFor(header)
  for (const [index, cell] of cells.entries()) observe(profiles[index]!, cell, 2)
  return readAccount(
    cells,
    decideColumns({ header, profiles, separator: ",", currency: "USD", kinds: new Map() }),
  )
}

test("a row fills fields, revenue, contract and readings", () => {
  const draft = read(
    ["id", "name", "website", "tier", "MRR", "Renewal date", "Logins", "Plan", "Note"],
    [" C-1 ", "=1+1", "https://www.Acme.com/x", "mid market", "$1,000.50", "2026-12-31", "7", "<script>", ""],
  )
  expect(draft).toMatchObject({
    fields: { externalId: "C-1", name: "=1+1", domain: "acme.com", segment: "Mid-Market", industry: null },
    arrCents: 1_200_600,
    contractEndsOn: "2026-12-31",
    readings: [7, "<script>"],
  })
})

test("blank cells state nothing", () => {
  const draft = read(["id", "name", "ARR", "Region"], ["1", "", "", ""])
  expect(draft.fields).toMatchObject({ name: "1", region: null })
  expect(draft.arrCents).toBeNull()
})

test("words of the language itself are neither segment nor stage", () => {
  for (const word of ["constructor", "toString", "__proto__", "hasOwnProperty"])
    expect([readSegment(word), readStage(word)]).toEqual([null, null])
  expect([readSegment("mid market"), readStage("Cancelled")]).toEqual(["Mid-Market", "churned"])
})

test("a host name is found in an address, and only there", () => {
  expect(domainOf("acme.com")).toBe("acme.com")
  expect(domainOf("HTTP://shop.acme.co.uk:8080/a?b#c")).toBe("shop.acme.co.uk")
  expect(domainOf("ann@acme.com")).toBeNull()
  expect(domainOf("Acme Inc")).toBeNull()
})

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

const stored = {
  name: "Acme",
  domain: "acme.com",
  industry: null,
  segment: null,
  region: "EMEA",
  language: null,
  lifecycleStage: null,
  ownerId: null,
}

test("an account changes only where something else is stated", () => {
  expect(mergeAccount(stored, { ...stored, domain: null, region: null })).toBeNull()
  expect(mergeAccount(stored, { ...stored, region: "APAC" })).toEqual({ ...stored, region: "APAC" })
})

test("the last word of a batch wins, blanks withdraw, strangers are counted", () => {
  const sorted = sortOut(
    {
      accountIds: ["a", "a", "a", "b"],
      measureIds: [1, 1, 2, 1],
      days: ["2026-01-01", "2026-01-01", "2026-01-01", "2026-01-01"],
      values: [1, 2, null, 3],
      texts: [null, null, null, null],
    },
    { accounts: new Set(["a"]), measures: new Set([1, 2]) },
  )
  expect(sorted.stated.values).toEqual([2])
  expect(sorted.withdrawn.measureIds).toEqual([2])
  expect(sorted.unknown).toBe(1)
})
