import { spawn } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Counts, playwrightCounts, vitestCounts } from "./counts.ts"
import { type Failure, playwrightFailures, vitestFailures } from "./failures.ts"

export type Stage = {
  readonly name: string
  /** One after the other, each only when the one before went well. */
  readonly commands: readonly (readonly string[])[]
  /** The runner whose report is counted; a stage without one counts as a single test. */
  readonly runner?: "vitest" | "playwright"
}

export type StageResult = Counts & {
  readonly name: string
  readonly seconds: number
  readonly failures: readonly Failure[]
}

const vitest = (project: string): Stage => ({
  name: project,
  commands: [["vitest", "run", "--project", project]],
  runner: "vitest",
})

export const checkStages: readonly Stage[] = [
  { name: "format and lint", commands: [["biome", "check", "."]] },
  { name: "typed lint", commands: [["oxlint", "--type-aware"]] },
  {
    name: "types",
    commands: [
      ["next", "typegen"],
      ["tsc", "--noEmit"],
    ],
  },
  vitest("unit"),
]

export const databaseStage = vitest("db")
export const reliabilityStage = vitest("reliability")
export const journeyStage: Stage = {
  name: "journeys",
  commands: [["playwright", "test"]],
  runner: "playwright",
}

function run(command: readonly string[], environment: NodeJS.ProcessEnv, cwd: string): Promise<boolean> {
  const [program = "", ...args] = command
  return new Promise((resolve) => {
    const child = spawn(join(cwd, "node_modules/.bin", program), args, {
      cwd,
      env: environment,
      stdio: "inherit",
    })
    child.on("error", (error) => {
      console.error(`${program}: ${error.message}`)
      resolve(false)
    })
    child.on("exit", (status) => resolve(status === 0))
  })
}

function withReport(
  stage: Stage,
  report: string,
): { arguments: string[]; environment: Record<string, string> } {
  if (stage.runner === "vitest") {
    return {
      arguments: ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
      environment: {},
    }
  }
  if (stage.runner === "playwright") {
    return { arguments: ["--reporter=list,json"], environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: report } }
  }
  return { arguments: [], environment: {} }
}

function failuresOf(stage: Stage, report: string): Failure[] {
  if (stage.runner === "vitest") return vitestFailures(report)
  return stage.runner === "playwright" ? playwrightFailures(report) : []
}

function countsOf(stage: Stage, text: string, isGood: boolean): Counts {
  const counted =
    stage.runner === "vitest" ? vitestCounts(text) : stage.runner ? playwrightCounts(text) : null
  if (counted) return isGood ? counted : { ...counted, failed: Math.max(counted.failed, 1) }
  return isGood && !stage.runner ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

export async function runStage(stage: Stage, root: string): Promise<StageResult> {
  console.log(`\n── ${stage.name}`)
  const begun = performance.now()
  const folder = mkdtempSync(join(tmpdir(), "csops-report-"))
  const report = join(folder, "report.json")
  try {
    const extra = withReport(stage, report)
    const environment = { ...process.env, ...extra.environment }
    let isGood = true
    for (const command of stage.commands) {
      isGood = isGood && (await run([...command, ...extra.arguments], environment, root))
    }
    const seconds = (performance.now() - begun) / 1000
    const text = existsSync(report) ? readFileSync(report, "utf8") : ""
    const failures = failuresOf(stage, text)
    return { name: stage.name, seconds, failures, ...countsOf(stage, text, isGood) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What failed, by name, a table of the stages, and as its last line the figures of all together. */
export function summary(results: readonly StageResult[], total: Counts): string {
  const widest = Math.max(...results.map(({ name }) => name.length))
  const rows = results.map(({ name, seconds, passed, failed }) => {
    const verdict = failed === 0 ? "passed" : "FAILED"
    return `  ${verdict}  ${name.padEnd(widest)}  ${seconds.toFixed(1).padStart(6)} s  ${passed} passed, ${failed} failed`
  })
  const failures = results.flatMap(({ name, failures: failed }) =>
    failed.map(({ test, because }) => `\nFAILED in ${name}: ${test}\n${because}`),
  )
  return [...failures, "", ...rows, "", `${total.passed} passed, ${total.failed} failed`].join("\n")
}
