import { PgBoss } from "pg-boss"
import { jobSchema } from "#db/migrate.ts"
import { env } from "#lib/platform/env.ts"
import { log } from "#lib/platform/log.ts"
import { runProgram } from "./processes/run-program.ts"

const graceMs = 8_000

/** Carries out queued jobs and schedules, until asked to stop: jobs under way may end, within the grace. */
await runProgram(async () => {
  const { DATABASE_URL } = env()
  if (!DATABASE_URL) throw new Error("DATABASE_URL is not set. `npm start` runs web and worker together.")
  const stopped = new Promise<string>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve(signal))
  })
  const boss = new PgBoss({
    connectionString: DATABASE_URL,
    application_name: "csops-worker",
    schema: jobSchema,
    // The schema is the migrator's: this role owns nothing.
    migrate: false,
    max: 10,
  })
  boss.on("error", (error) => log().error({ error: error.message }, "The job queue has trouble"))
  await boss.start()
  log().info("Worker ready")
  log().info({ signal: await stopped }, "Worker stopping")
  await boss.stop({ graceful: true, timeout: graceMs })
  return 0
})
