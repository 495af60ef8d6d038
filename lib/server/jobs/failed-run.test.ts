import { expect, test } from "vitest"
import { AppError } from "#lib/errors.ts"
import { FailedRun } from "./failed-run.ts"

test("a failure is kept in the product's words, or as the id under which the log tells more", () => {
  const failed = new FailedRun(new Error("Failed query: select $1 params: Acme"))
  expect(failed.message).toBe(`Failed, see the log: ${failed.diagnosticId}`)
  expect(failed.stack).not.toContain("Acme")
  expect(new FailedRun(new AppError("conflict", "Taken over.")).message).toBe("Taken over.")
})
