import { expect, test } from "vitest"
import { playwrightFailures, vitestFailures } from "./failures.ts"

test("names the failed tests of a report of Vitest, and a file that could not be loaded", () => {
  const report = {
    testResults: [
      {
        name: "a.test.ts",
        status: "failed",
        assertionResults: [
          { fullName: "adds", status: "passed" },
          { fullName: "divides", status: "failed", failureMessages: ["by zero"] },
        ],
      },
      { name: "b.test.ts", status: "failed", message: "no such module", assertionResults: [] },
    ],
  }
  expect(vitestFailures(JSON.stringify(report))).toEqual([
    { test: "divides", because: "by zero" },
    { test: "b.test.ts", because: "no such module" },
  ])
})

test("names the failed journeys of nested suites, and leaves out those that did not run", () => {
  const spec = (title: string, ok: boolean, message?: string) => ({
    title,
    file: "j.spec.ts",
    ok,
    tests: [{ results: message ? [{ errors: [{ message }] }] : [] }],
  })
  const report = {
    suites: [
      { specs: [], suites: [{ specs: [spec("works", true), spec("breaks", false, "timed out")] }] },
      { specs: [spec("never ran", false)] },
    ],
  }
  expect(playwrightFailures(JSON.stringify(report))).toEqual([
    { test: "j.spec.ts › breaks", because: "timed out" },
  ])
})

test("a text that is no report names nothing", () => {
  expect([...vitestFailures("?"), ...playwrightFailures("{}")]).toEqual([])
})
