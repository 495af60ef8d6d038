import { startWorker } from "#lib/server/jobs/worker.ts"
import { runProgram } from "./processes/run-program.ts"

/** Carries out queued jobs and schedules, until asked to stop. */
await runProgram(async () => {
  const asked = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve())
  })
  const worker = await startWorker()
  await asked
  await worker.stop()
  return 0
})
