import { z } from "zod"

/** Tests that passed and failed in one stage. */
export type Counts = { readonly passed: number; readonly failed: number }

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  success: z.boolean(),
})

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()).default([]),
})

/** A runner that ended badly without naming a failed test, such as a file that cannot be loaded, counts as one. */
function atLeastOne(failed: number, isGood: boolean): number {
  return isGood ? failed : Math.max(failed, 1)
}

/** Null for a text that is no report of Vitest. */
export function vitestCounts(text: string): Counts | null {
  const report = parseReport(vitestReport, text)
  if (!report) return null
  return { passed: report.numPassedTests, failed: atLeastOne(report.numFailedTests, report.success) }
}

/** A test that passed only when repeated is counted as failed: it tells of a fault, here or in the product. */
export function playwrightCounts(text: string): Counts | null {
  const report = parseReport(playwrightReport, text)
  if (!report) return null
  const failed = report.stats.unexpected + report.stats.flaky
  return { passed: report.stats.expected, failed: atLeastOne(failed, report.errors.length === 0) }
}

function parseReport<T>(shape: z.ZodType<T>, text: string): T | null {
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    return null
  }
}

export function sumOf(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (sum, each) => ({ passed: sum.passed + each.passed, failed: sum.failed + each.failed }),
    {
      passed: 0,
      failed: 0,
    },
  )
}
