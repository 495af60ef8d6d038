import { setPriority } from "node:os"
import { startWorker } from "#lib/server/jobs/worker.ts"
import { runProgram } from "./processes/run-program.ts"

/** Pages go first: who looks at one waits for it, and jobs are waited for by nobody, or for longer. */
const behindPages = 10

/** Carries out queued jobs and schedules, until asked to stop. */
await runProgram(async () => {
  const asked = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve())
  })
  setPriority(behindPages)
  const worker = await startWorker()
  await asked
  await worker.stop()
  return 0
})
