import { expect, test } from "vitest"
import { durationWords, jobsAnswer, jobsFinding, scheduleWords } from "./job-words.ts"

const place = { now: new Date("2026-11-22T06:00:00Z"), timeZone: "UTC" }

test("durations and schedules are said in words", () => {
  expect([0.43, 12.4, 119, 200].map((one) => durationWords(one).replace("\u00a0", " "))).toEqual([
    "0.4 s",
    "12 s",
    "119 s",
    "3 min",
  ])
  expect(
    [null, "* * * * *", "*/10 * * * *", "5 * * * *", "30 2 * * *", "0 8 * * 1"].map(scheduleWords),
  ).toEqual([
    "when asked",
    "every minute",
    "every 10 minutes",
    "hourly, at :05",
    "daily at 02:30 UTC",
    "0 8 * * 1",
  ])
})

test("what waits for somebody is said first, with its time", () => {
  const failure = { failedAt: new Date("2026-11-22T03:12:00Z"), attempts: 4, retryAt: null }
  const job = { title: "Score every account", lastRun: { state: "failed" }, failures: [] }
  expect(jobsAnswer([{ ...job, failures: [failure] }, job], place)).toBe(
    "1 run failed in the last 7 days and waits for you, the newest: “Score every account”, Sun 22 Nov 03:12.",
  )
  expect(
    jobsAnswer(
      [
        { ...job, failures: [{ ...failure, retryAt: place.now }] },
        { ...job, lastRun: null },
      ],
      place,
    ),
  ).toBe(
    "No run of 2 jobs was given up in the last 7 days. 1 run will be tried again by itself. 1 job has not run yet.",
  )
})

test("the last runs are counted, those under way apart", () => {
  const ran = (state: string | null) => ({ lastRun: state === null ? null : { state } })
  expect(jobsFinding([ran("done"), ran("failed"), ran("running"), ran(null)])).toBe(
    "1 of 2 jobs ended well when they ran last",
  )
  expect(jobsFinding([ran("done"), ran("done")])).toBe("2 jobs ended well when they ran last")
  expect(jobsFinding([ran(null)])).toBe("No job has ended a run yet")
})
