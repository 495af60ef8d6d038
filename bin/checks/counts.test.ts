import { expect, test } from "vitest"
import { playwrightCounts, sumOf, vitestCounts } from "./counts.ts"

test("a report's own figures are taken", () => {
  const report = { numPassedTests: 12, numFailedTests: 3, success: false, testResults: [] }
  expect(vitestCounts(JSON.stringify(report))).toEqual({ passed: 12, failed: 3 })
})

test("a file that could not be loaded counts as one failure", () => {
  const report = { numPassedTests: 12, numFailedTests: 0, success: false }
  expect(vitestCounts(JSON.stringify(report))).toEqual({ passed: 12, failed: 1 })
})

test("a journey that passed only when repeated counts as failed", () => {
  const report = { stats: { expected: 9, unexpected: 1, flaky: 1, skipped: 0 }, errors: [] }
  expect(playwrightCounts(JSON.stringify(report))).toEqual({ passed: 9, failed: 2 })
})

test("an error outside every journey counts as one failure", () => {
  const report = { stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: [{ message: "no browser" }] }
  expect(playwrightCounts(JSON.stringify(report))).toEqual({ passed: 0, failed: 1 })
})

test("a crash leaves no report", () => {
  expect(vitestCounts("")).toBeNull()
  expect(playwrightCounts("{")).toBeNull()
})

test("stages add up", () => {
  expect(
    sumOf([
      { passed: 2, failed: 0 },
      { passed: 1, failed: 3 },
    ]),
  ).toEqual({ passed: 3, failed: 3 })
})
