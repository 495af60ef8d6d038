import { expect, test } from "vitest"
import { bookNumbers } from "./book-numbers.ts"

const totals = { accounts: 42, arrCents: 500, actNowArrCents: 100, renewals: 3, touchpoints: 20 }
const week = (place: number) => ({
  day: `w${place}`,
  arrCents: place * 10,
  actNowArrCents: place < 5 ? null : place,
  renewals: place,
  touchpoints: place === 8 ? null : place,
})
const history = Array.from({ length: 13 }, (_, place) => week(place))
const of = (key: string, numbers = bookNumbers(totals, history)) => numbers.find((one) => one.key === key)

test("compares with four weeks ago, and ends with today's own value", () => {
  expect(of("arr")).toMatchObject({ value: 500, change: 500 - 80 })
  expect(of("arr")?.weeks).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 500])
  expect(of("renewals")?.change).toBe(3 - 8)
})

test("what was not known then is not compared with", () => expect(of("touchpoints")?.change).toBeNull())

test("the number of accounts has no history", () =>
  expect(of("accounts")).toEqual({ key: "accounts", value: 42, change: null, weeks: [] }))

test("no ARR in the band is nothing; no ARR at all is unknown", () => {
  expect(of("act_now", bookNumbers({ ...totals, actNowArrCents: null }, []))?.value).toBe(0)
  const unknown = bookNumbers({ ...totals, arrCents: null, actNowArrCents: null }, [])
  expect(of("act_now", unknown)?.value).toBeNull()
  expect(of("arr", unknown)).toMatchObject({ value: null, change: null, weeks: [] })
})
