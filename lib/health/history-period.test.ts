import { expect, test } from "vitest"
import { historyPeriod } from "#lib/health/history-period.ts"

const on = (...days: string[]) => days.map((day) => ({ day, value: 50 }))

test("the middle gap names the step", () => {
  expect(historyPeriod(on("2026-11-01", "2026-11-02", "2026-11-03"))).toBe("day")
  expect(historyPeriod(on("2026-10-19", "2026-10-26", "2026-11-02", "2026-11-03"))).toBe("week")
  expect(historyPeriod(on("2026-01-01", "2026-11-02"))).toBe("score")
  expect(historyPeriod(on("2026-01-01"))).toBe("score")
})
