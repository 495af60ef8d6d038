import { sumOf } from "./checks/counts.ts"
import {
  checkStages,
  databaseStage,
  journeyStage,
  reliabilityStage,
  runStage,
  type StageResult,
  summary,
} from "./checks/stages.ts"
import { buildWhenStale } from "./launcher/build.ts"
import { childEnvironment } from "./launcher/child-environment.ts"
import { type Installation, openInstallation } from "./launcher/installation.ts"
import { runProgram } from "./processes/run-program.ts"

/** The same build that `npm start` makes, so that neither repeats the other's. */
async function build({ root, dataDir, address, secrets }: Installation): Promise<StageResult> {
  console.log("\n── build")
  const begun = performance.now()
  const environment = childEnvironment({ base: process.env, secrets: secrets(), address, dataDir })
  const failure = await buildWhenStale({ root, dataDir, environment }).then(
    () => null,
    (error: Error) => error,
  )
  if (failure) console.error(failure.message)
  const seconds = (performance.now() - begun) / 1000
  const failures = failure ? [{ test: "the build", because: failure.message }] : []
  return { name: "build", seconds, failures, passed: failure ? 0 : 1, failed: failure ? 1 : 0 }
}

/** Everything that must hold, in the order of what fails soonest. The last line sums up all runners. */
await runProgram(async () => {
  const installation = openInstallation(process.env)
  // Journeys and reliability tests serve this build, each with a home of its own.
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = installation.secrets().NEXT_SERVER_ACTIONS_ENCRYPTION_KEY
  const results: StageResult[] = []
  for (const stage of [...checkStages, databaseStage]) results.push(await runStage(stage, installation.root))
  const built = await build(installation)
  results.push(built)
  if (built.failed === 0) {
    results.push(await runStage(journeyStage, installation.root))
  } else {
    results.push({ name: "journeys (not run: no build)", seconds: 0, failures: [], passed: 0, failed: 1 })
  }
  results.push(await runStage(reliabilityStage, installation.root))
  const total = sumOf(results)
  console.log(summary(results, total))
  return total.failed === 0 ? 0 : 1
})
