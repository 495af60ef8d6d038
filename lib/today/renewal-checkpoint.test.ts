import { expect, test } from "vitest"
import { addDays } from "#lib/format/calendar-day.ts"
import { missedCheckpoint } from "./renewal-checkpoint.ts"

const today = "2026-11-16"
const renewal = (days: number, lastContact: number | null = null) =>
  missedCheckpoint({
    renewsOn: addDays(today, days),
    lastContactOn: lastContact === null ? null : addDays(today, lastContact),
    today,
  })

test.each([
  [181, undefined],
  [180, 180],
  [91, 180],
  [90, 90],
  [61, 90],
  [60, 60],
  [31, 60],
  [30, 30],
  [0, 30],
  [-1, undefined],
])("%i days before the renewal: checkpoint %s", (days, checkpoint) =>
  expect(renewal(days)?.checkpoint).toBe(checkpoint),
)

test("is due a week after it was entered", () =>
  expect(renewal(58)).toEqual({ checkpoint: 60, enteredOn: "2026-11-14", dueOn: "2026-11-21", daysLeft: 58 }))

test("is never due after the renewal", () => {
  const missed = missedCheckpoint({ renewsOn: today, lastContactOn: null, today })
  expect(missed?.dueOn).toBe("2026-10-24")
  expect(missed!.dueOn <= today).toBe(true)
})

test.each([
  [-3, true],
  [-2, false],
  [0, false],
])("a touchpoint %i days ago, the checkpoint entered 2 days ago: missed %s", (contact, missed) =>
  expect(renewal(58, contact) !== null).toBe(missed),
)

test("nothing without a renewal", () =>
  expect(missedCheckpoint({ renewsOn: null, lastContactOn: null, today })).toBeNull())
