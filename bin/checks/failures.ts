import { z } from "zod"

/** A test that failed, and the beginning of what it said. */
export type Failure = { readonly test: string; readonly because: string }

const longestReason = 1_500

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      message: z.string().default(""),
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).default([]),
        }),
      ),
    }),
  ),
})

const playwrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  ok: z.boolean(),
  tests: z.array(
    z.object({
      results: z.array(
        z.object({ errors: z.array(z.object({ message: z.string().optional() })).default([]) }),
      ),
    }),
  ),
})

type Suite = { specs: z.infer<typeof playwrightSpec>[]; suites?: Suite[] | undefined }
const playwrightSuite: z.ZodType<Suite> = z.lazy(() =>
  z.object({ specs: z.array(playwrightSpec), suites: z.array(playwrightSuite).optional() }),
)
const playwrightReport = z.object({ suites: z.array(playwrightSuite) })

export function vitestFailures(text: string): Failure[] {
  const report = vitestReport.safeParse(parsed(text))
  if (!report.success) return []
  return report.data.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((result) => result.status === "failed")
    if (failed.length === 0) return status === "failed" ? [failure(name, message)] : []
    return failed.map(({ fullName, failureMessages }) => failure(fullName, failureMessages.join("\n")))
  })
}

export function playwrightFailures(text: string): Failure[] {
  const report = playwrightReport.safeParse(parsed(text))
  return report.success ? report.data.suites.flatMap(failuresOfSuite) : []
}

function failuresOfSuite({ specs, suites = [] }: Suite): Failure[] {
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ title, file, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors))
      return failure(`${file} › ${title}`, errors.map(({ message }) => message ?? "").join("\n"))
    })
    .filter(({ because }) => because !== "")
  return [...own, ...suites.flatMap(failuresOfSuite)]
}

const escapeCode = String.fromCharCode(27)
const colours = new RegExp(`${escapeCode}\\[[0-9;]*m`, "g")

const failure = (test: string, because: string): Failure => ({
  test,
  because: because.replace(colours, "").slice(0, longestReason),
})

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
