import { expect, test } from "vitest"
import { freshnessFindingOfAll, sourcesFinding, standardsFinding } from "./findings.ts"
import type { SourceStanding } from "./source-standing.ts"
import { standingOf } from "./standing.ts"

const late: SourceStanding = { state: "late", lagHours: 30, lateHours: 6 }
const fine: SourceStanding = { state: "on_time", lagHours: 3, lateHours: 0 }
const silent: SourceStanding = { state: "silent", lagHours: null, lateHours: 0 }
const standing = (met: number, rows = 10) => standingOf([{ day: "2026-11-01", rows, met, atLeast: 0.9 }])

test("titles of panels are findings with their counts", () => {
  expect(sourcesFinding([late, fine, silent])).toBe("1 of 3 sources is late or failing")
  expect(sourcesFinding([fine])).toBe("No source of 1 is late or failing")
  expect(standardsFinding([standing(8), standing(9), standing(1), standing(0, 0)])).toBe(
    "2 of 3 quality standards are not met",
  )
  expect(standardsFinding([standing(9), standing(10)])).toBe("All 2 quality standards are met")
  expect(standardsFinding([])).toBe("Quality standards")
  const finding = { known: 30, longestDays: 9 }
  expect(
    freshnessFindingOfAll([{ finding: { ...finding, late: 2 } }, { finding: { ...finding, late: 0 } }]),
  ).toBe("1 of 2 sources was older than promised in the last 30 days")
})
