import { expect, test } from "vitest"
import { historyTitle } from "#lib/quality/history-title.ts"

const measured = (...shares: (readonly [met: number, rows: number])[]) =>
  shares.map(([met, rows], place) => ({ day: `2026-11-0${place + 1}`, met, rows, atLeast: 0.95 }))
const title = (...shares: (readonly [met: number, rows: number])[]) =>
  historyTitle(measured(...shares)).replaceAll("\u00a0", " ")

test("days that met it are counted, days without rows are not", () => {
  expect(title([95, 100], [94, 100], [0, 0], [96, 100])).toBe("Met on 2 of 3 days, 96 % now")
  expect(title([95, 100], [96, 100])).toBe("Met on all 2 days, 96 % now")
  expect(title([1, 100])).toBe("Met on none of 1 day, 1 % now")
  expect(title([99, 100])).toBe("Met, 99 % now")
  expect(title([0, 0])).toBe("No rows to measure on these days")
})
