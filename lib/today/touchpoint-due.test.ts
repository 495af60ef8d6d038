import { expect, test } from "vitest"
import { touchpointDue } from "./touchpoint-due.ts"

const account = { lastContactOn: "2026-11-01", plannedOn: null, createdOn: "2026-01-01", cadence: 30 }

test("counts from the newest touchpoint", () => expect(touchpointDue(account)).toBe("2026-12-01"))

test.each([
  ["2026-11-05", "2026-11-05"],
  ["2027-03-01", "2027-03-01"],
  ["2026-11-01", "2026-12-01"],
  ["2026-10-20", "2026-12-01"],
])("a plan for %s makes it due on %s", (plannedOn, due) =>
  expect(touchpointDue({ ...account, plannedOn })).toBe(due),
)

test("counts from when the account became known, without any touchpoint", () =>
  expect(touchpointDue({ ...account, lastContactOn: null, plannedOn: "2026-02-02" })).toBe("2026-01-31"))
