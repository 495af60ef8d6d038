import { expect, test } from "vitest"
import type { BookAccount } from "./book-account.ts"
import { bookAccountOf } from "./testing/book-account-of.ts"
import { todayAnswer } from "./today-answer.ts"
import { itemsShown, todayList } from "./today-list.ts"

const today = "2026-11-16"
const account = (place: number, given: Partial<BookAccount> = {}) =>
  bookAccountOf({
    id: `0190f0a0-1111-7000-8000-${`${place}`.padStart(12, "0")}`,
    name: `Company ${place}`,
    ...given,
  })
const late = { lastContactOn: "2026-09-01" }
const list = (accounts: readonly BookAccount[], marks: Parameters<typeof todayList>[0]["marks"] = []) =>
  todayList({
    accounts,
    sources: [],
    marks,
    today,
    currency: "USD",
    knowsTouchpoints: true,
    asksForOwners: true,
    reasonWords: () => null,
  })

test("shows the first thirty and counts all", () => {
  const found = list(Array.from({ length: 34 }, (_, place) => account(place, late)))
  expect(found.items).toHaveLength(itemsShown)
  expect(found).toMatchObject({ all: 34, due: 34, late: 34, later: 0, putAway: 0 })
})

test("every number of the sentence is one of the rows", () => {
  const found = list([
    account(1, late),
    account(2, { lastContactOn: "2026-10-15" }),
    account(3, { ownerName: null }),
    account(4, { renewsOn: "2027-01-14", lastContactOn: "2026-11-01" }),
    account(5),
  ])
  const dueNow = found.items.filter(({ dueOn }) => dueOn === null || dueOn <= today)
  const weekLate = found.items.filter(({ dueOn }) => dueOn !== null && dueOn < "2026-11-09")
  expect([dueNow.length, weekLate.length, found.items.length]).toEqual([3, 1, 4])
  expect(todayAnswer({ ...found, scope: "mine", accounts: 5, today })).toBe(
    "3 things need you today, 1 of them more than a week late. 1 more is due within a week.",
  )
})

test("a team's list asks for owners of accounts that are nobody's, and for nothing else of them", () => {
  const found = todayList({
    accounts: [],
    unowned: [account(1, { ...late, ownerName: null })],
    sources: [],
    marks: [],
    today,
    currency: "USD",
    knowsTouchpoints: true,
    asksForOwners: true,
    reasonWords: () => null,
  })
  expect(found.items.map(({ kind }) => kind)).toEqual(["owner"])
})

test("what was put away is not counted, and comes back with a new cause", () => {
  const [item] = list([account(1, late)]).items
  const mark = { itemKey: item!.key, kind: "done" as const, untilDay: null, markedOn: today }
  expect(list([account(1, late)], [mark])).toMatchObject({ all: 0, due: 0, putAway: 1 })
  expect(list([account(1, { lastContactOn: "2026-10-01" })], [mark])).toMatchObject({ all: 1, putAway: 0 })
})

test("names what comes next, by day and name", () => {
  const next = list([
    account(1, { lastContactOn: "2026-11-10" }),
    account(2, { lastContactOn: "2026-11-15", renewsOn: "2027-02-16" }),
  ]).next
  expect(next).toEqual({ what: "Renewal talk", name: "Company 2", on: "2026-11-18" })
})
