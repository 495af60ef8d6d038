import { expect, test } from "vitest"
import { addDays } from "#lib/format/calendar-day.ts"
import { bookNumbers, usualSpan } from "./book-numbers.ts"

const today = "2026-11-22"
const totals = { accounts: 42, arrCents: 500, actNowArrCents: 100, renewals: 3, touchpoints: 20 }
const days = Array.from({ length: 13 }, (_, place) => addDays(today, -7 * (12 - place)))
const week = (day: string, place: number) => ({
  day,
  arrCents: place * 10,
  actNowArrCents: place < 5 ? null : place,
  renewals: place,
  touchpoints: place === 8 ? null : place,
})
const history = days.map(week)
const asked = { today, days, span: usualSpan(today) }
const of = (key: string, numbers = bookNumbers(totals, history, asked)) =>
  numbers.find((one) => one.key === key)

test("compares with four weeks ago, and ends with today's own value", () => {
  expect(of("arr")).toMatchObject({ value: 500, change: 500 - 80, before: null })
  expect(of("arr")?.weeks).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 500])
  expect(of("renewals")?.change).toBe(3 - 8)
})

test("a period that is over is compared between its ends, and beside it the one before", () => {
  const on = (weeks: number) => addDays(today, -7 * weeks)
  const span = { since: on(2), until: on(1), before: { since: on(6), until: on(2) } }
  const numbers = bookNumbers(totals, history, { ...asked, span })
  expect(of("renewals", numbers)).toMatchObject({ value: 3, change: 1, before: 4 })
  expect(of("touchpoints", numbers)).toMatchObject({ change: 1, before: 10 - 6 })
  const unknown = bookNumbers(totals, history, {
    ...asked,
    span: { ...span, before: { since: on(60), until: on(2) } },
  })
  expect(of("renewals", unknown)).toMatchObject({ change: 1, before: null })
})

test("what was not known then is not compared with", () => expect(of("touchpoints")?.change).toBeNull())

test("the number of accounts has no history", () =>
  expect(of("accounts")).toEqual({ key: "accounts", value: 42, change: null, before: null, weeks: [] }))

test("no ARR in the band is nothing; no ARR at all is unknown", () => {
  expect(of("act_now", bookNumbers({ ...totals, actNowArrCents: null }, [], asked))?.value).toBe(0)
  const unknown = bookNumbers({ ...totals, arrCents: null, actNowArrCents: null }, [], asked)
  expect(of("act_now", unknown)?.value).toBeNull()
  expect(of("arr", unknown)).toMatchObject({ value: null, change: null, weeks: [] })
})
