import { sumOf } from "./checks/counts.ts"
import { checkStages, runStage, type StageResult, summary } from "./checks/stages.ts"
import { root } from "./launcher/installation.ts"
import { runProgram } from "./processes/run-program.ts"

/** What can be known without a database: format, lint, types, and the tests of the pure parts. */
await runProgram(async () => {
  const results: StageResult[] = []
  for (const stage of checkStages) results.push(await runStage(stage, root))
  const total = sumOf(results)
  console.log(summary(results, total))
  return total.failed === 0 ? 0 : 1
})
