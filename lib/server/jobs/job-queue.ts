import { PgBoss } from "pg-boss"
import { jobSchema } from "#db/job-schema.ts"
import { env } from "#lib/platform/env.ts"
import { log } from "#lib/platform/log.ts"

const shared = globalThis as typeof globalThis & { csopsJobQueue?: Promise<PgBoss> }

/**
 * The job queue as a process without a worker needs it: it looks, asks and retries, but neither keeps the queue
 * in order nor follows schedules.
 */
export function jobQueue(): Promise<PgBoss> {
  shared.csopsJobQueue ??= open().catch((error: unknown) => {
    delete shared.csopsJobQueue
    throw error
  })
  return shared.csopsJobQueue
}

export async function closeJobQueue(): Promise<void> {
  const opened = shared.csopsJobQueue
  delete shared.csopsJobQueue
  await (await opened)?.stop({ graceful: false })
}

async function open(): Promise<PgBoss> {
  const connectionString = env().DATABASE_URL
  if (!connectionString) throw new Error("DATABASE_URL is not set: there is no job queue.")
  const queue = new PgBoss({
    connectionString,
    schema: jobSchema,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
    application_name: "csops-jobs",
    max: 2,
  })
  queue.on("error", (error) => log().warn({ err: error }, "job queue: database trouble, will try again"))
  await queue.start()
  return queue
}
