import { PgBoss } from "pg-boss"
import { jobSchema } from "#db/job-schema.ts"
import { env } from "#lib/platform/env.ts"
import { log } from "#lib/platform/log.ts"
import { refuseMightyRole } from "../refuse-mighty-role.ts"
import { scheduledJobs } from "./registry.ts"

export type Worker = { stop: () => Promise<void> }

const stopWithinMs = 8_000

/** Starts the queue's worker: schedules, claims with heartbeats, retries with growing pauses. */
export async function startWorker(): Promise<Worker> {
  await refuseMightyRole()
  const connectionString = env().DATABASE_URL
  if (!connectionString) throw new Error("DATABASE_URL is not set: the worker has no database.")
  const boss = new PgBoss({
    connectionString,
    schema: jobSchema,
    migrate: false,
    createSchema: false,
    application_name: "csops-worker",
    max: 4,
  })
  // Without a listener a lost connection would end the process.
  boss.on("error", (error) => log().warn({ err: error }, "job queue: database trouble, will try again"))
  await boss.start()
  for (const job of scheduledJobs) {
    await boss.createQueue(job.name, {
      policy: "singleton",
      retryLimit: 3,
      retryBackoff: true,
      heartbeatSeconds: 30,
    })
    await boss.schedule(job.name, job.schedule)
    await boss.work(job.name, async () => {
      const report = await job.run()
      log().info({ job: job.name, report }, "job done")
    })
    // Once at start, so that a product that was off over night catches up at once.
    await boss.send(job.name, {}, { singletonKey: "start" })
  }
  return { stop: () => boss.stop({ graceful: true, timeout: stopWithinMs }) }
}
