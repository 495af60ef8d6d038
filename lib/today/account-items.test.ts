import { expect, test } from "vitest"
import { accountItems } from "./account-items.ts"
import type { BookAccount } from "./book-account.ts"
import { itemKey } from "./schema.ts"
import { bookAccountOf } from "./testing/book-account-of.ts"

const around = {
  today: "2026-11-16",
  knowsTouchpoints: true,
  asksForOwners: true,
  reasonWords: () => "Licence use 48 %",
}
const items = (given: Partial<BookAccount>, more: Partial<typeof around> = {}) =>
  accountItems(bookAccountOf(given), { ...around, ...more })
const id = bookAccountOf().id

test("an account in order asks for nothing", () => expect(items({})).toEqual([]))

test("an overdue touchpoint", () => {
  const [item] = items({ lastContactOn: "2026-10-10" })
  expect(item).toMatchObject({
    key: `touchpoint:${id}:2026-11-09`,
    dueOn: "2026-11-09",
    why: "Touchpoint asked every 30 days, last contact Sat 10 Oct",
    href: "/accounts/acme",
  })
})

test("a planned touchpoint is due on its day, and says so", () => {
  const given = { lastContactOn: "2026-11-10", plannedOn: "2026-11-16" }
  expect(items(given)[0]?.why).toBe("Touchpoint planned, last contact Tue 10 Nov")
  expect(items({ ...given, plannedOn: "2026-11-17" })).toEqual([])
})

test("a missed checkpoint takes the place of the touchpoint", () => {
  const found = items({ lastContactOn: "2026-09-01", renewsOn: "2027-01-10" })
  expect(found.map(({ kind }) => kind)).toEqual(["renewal"])
  expect(found[0]).toMatchObject({
    key: `renewal:${id}:2027-01-10:60`,
    why: "Renews in 55 days, last contact Tue 1 Sep",
    dueOn: "2026-11-18",
    urgency: { points: 45 },
  })
})

test("a fall beyond noise, with its reason; into Act now it weighs more", () => {
  const fall = { trend: "down", value: 58, weekAgo: 71 } as const
  expect(items(fall)[0]).toMatchObject({
    key: `drop:${id}:58`,
    why: "Health fell 13 in a week, 71 to 58: Licence use 48 %",
    urgency: { points: 30 },
  })
  expect(items({ ...fall, band: "red" })[0]?.urgency.points).toBe(50)
})

test("no owner is a thing for who can give one, new every Monday", () => {
  expect(items({ ownerName: null })[0]?.key).toBe(`owner:${id}:2026-11-16`)
  expect(items({ ownerName: null }, { asksForOwners: false })).toEqual([])
})

test("a book without any touchpoint is late with none", () =>
  expect(items({ lastContactOn: null, renewsOn: "2026-12-01" }, { knowsTouchpoints: false })).toEqual([]))

test("every key can be sent back", () => {
  const keys = [
    ...items({ ownerName: null, lastContactOn: null, trend: "down", value: 1, weekAgo: 9 }),
    ...items({ lastContactOn: null, renewsOn: "2026-12-01" }),
  ].map(({ key }) => key)
  expect(keys).toHaveLength(4)
  for (const key of keys) expect(itemKey.safeParse(key).success).toBe(true)
})
