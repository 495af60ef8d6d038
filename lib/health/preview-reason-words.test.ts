import { expect, test } from "vitest"
import { previewReasonWords } from "./preview-reason-words.ts"

test("each reason has its words, points with their sign", () => {
  expect(previewReasonWords({ kind: "points", label: "Usage", before: -4, after: 12.5 })).toBe(
    "Usage: −4.0 → +12.5 points",
  )
  expect(previewReasonWords({ kind: "veto_new", label: "No sponsor" })).toBe("New veto: No sponsor")
  expect(previewReasonWords({ kind: "veto_gone", label: "No sponsor" })).toContain("No sponsor")
  expect(previewReasonWords({ kind: "limits" })).toMatch(/limits/)
  expect(previewReasonWords({ kind: "coverage" })).toMatch(/data/)
})
