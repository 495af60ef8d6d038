import { expect, test } from "vitest"
import { guessPromise } from "./guess-promise.ts"
import { isTrusted, sourceStanding } from "./source-standing.ts"

const now = new Date("2026-11-22T06:00:00Z")
const standing = (given: Partial<Parameters<typeof sourceStanding>[0]>) =>
  sourceStanding({
    completeTo: "2026-11-21",
    lastError: null,
    promiseHours: 24,
    now,
    timeZone: "UTC",
    ...given,
  })

test("complete to yesterday, a daily source lags by the hours of today and is on time", () => {
  expect(standing({})).toEqual({ state: "on_time", lagHours: 6, lateHours: 0 })
  expect(standing({ completeTo: "2026-11-22" })).toEqual({ state: "on_time", lagHours: 0, lateHours: 0 })
})

test("complete to the day before yesterday it is as late as today is old", () => {
  expect(standing({ completeTo: "2026-11-20" })).toEqual({ state: "late", lagHours: 30, lateHours: 6 })
})

test("a promise is late from the first moment beyond it, not before", () => {
  expect(standing({ promiseHours: 6 }).state).toBe("on_time")
  expect(standing({ promiseHours: 6, now: new Date(now.getTime() + 1) }).state).toBe("late")
})

test("the day ends where the workspace is", () => {
  expect(standing({ timeZone: "America/Los_Angeles" }).lagHours).toBe(0)
  expect(standing({ timeZone: "Asia/Kathmandu" }).lagHours).toBe(11.75)
})

test("an error is named before a delay, which is told beside it", () => {
  const both = standing({ completeTo: "2026-11-01", lastError: "401" })
  expect(both).toMatchObject({ state: "failing", lagHours: 486, lateHours: 462 })
  expect(isTrusted(both)).toBe(false)
})

test("without a promise nothing is late; without a delivery nothing lags", () => {
  expect(standing({ promiseHours: null, completeTo: "2020-01-01" })).toMatchObject({
    state: "no_promise",
    lateHours: 0,
  })
  expect(standing({ completeTo: null })).toEqual({ state: "silent", lagHours: null, lateHours: 0 })
  expect(standing({ completeTo: null, lastError: "401" }).state).toBe("failing")
})

test("a rhythm is the median of the steps, and four of them are needed", () => {
  expect(guessPromise(["2026-11-01", "2026-11-08", "2026-11-15", "2026-11-22", "2026-11-29"])).toBe(168)
  expect(
    guessPromise(["2026-11-05", "2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04", "2026-11-20"]),
  ).toBe(24)
  expect(guessPromise(["2026-11-01", "2026-11-08", "2026-11-15", "2026-11-22"])).toBeNull()
  expect(guessPromise([])).toBeNull()
})
