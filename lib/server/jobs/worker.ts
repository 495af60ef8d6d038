import { type Job, PgBoss } from "pg-boss"
import { jobSchema } from "#db/job-schema.ts"
import { env } from "#lib/platform/env.ts"
import { log } from "#lib/platform/log.ts"
import { refuseMightyRole } from "../refuse-mighty-role.ts"
import { DueScoring } from "./due-scoring.ts"
import { FailedRun } from "./failed-run.ts"
import type { Progress, QueuedJob, ScheduledJob } from "./job.ts"
import { queueSettings } from "./queue-settings.ts"
import { queuedJobs, scheduledJobs } from "./registry.ts"
import { withinProgress } from "./within-progress.ts"

export type Worker = { stop: () => Promise<void> }

const stopWithinMs = 8_000
const silentSeconds = 600

/** Starts the queue's worker and the scoring of accounts with new readings. */
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
    monitorIntervalSeconds: 10,
    max: 4,
  })
  // Without a listener a lost connection would end the process.
  boss.on("error", (error) => log().warn({ err: error }, "job queue: database trouble, will try again"))
  await boss.start()
  const stopping = new AbortController()
  const hands = { boss, stopping: stopping.signal }
  for (const job of queuedJobs) await take(hands, job)
  for (const job of scheduledJobs) await schedule(hands, job)
  const scoring = new DueScoring(connectionString)
  scoring.start()
  return {
    stop: async () => {
      stopping.abort(new Error("The worker was stopped; the run is taken up again after the next start."))
      await Promise.all([scoring.stop(), boss.stop({ graceful: true, timeout: stopWithinMs })])
    },
  }
}

type Hands = { readonly boss: PgBoss; readonly stopping: AbortSignal }

async function schedule({ boss, stopping }: Hands, job: ScheduledJob): Promise<void> {
  await open(boss, job.name, "singleton")
  await boss.schedule(job.name, job.schedule)
  await boss.work(job.name, async ([run]) =>
    carryOut(job, signalOf(run, stopping), (progress) => job.run(progress)),
  )
  // Once at start, so that a product that was off over night catches up at once; without a key of its own, so that it
  // never runs beside one that the schedule asked for.
  await boss.send(job.name, {})
}

async function take({ boss, stopping }: Hands, job: QueuedJob): Promise<void> {
  await open(boss, job.name, "standard")
  await boss.work(
    job.name,
    { pollingIntervalSeconds: 0.5, localConcurrency: job.atOnce ?? 1 },
    async ([run]) => carryOut(job, signalOf(run, stopping), (progress) => job.run(run?.data, progress)),
  )
}

/** A queue of an earlier version of the product takes the settings of this one. */
async function open(boss: PgBoss, name: string, policy: "singleton" | "standard"): Promise<void> {
  const { policy: _, ...settings } = queueSettings(policy)
  if (await boss.getQueue(name)) await boss.updateQueue(name, settings)
  else await boss.createQueue(name, queueSettings(policy))
}

const signalOf = (run: Job<unknown> | undefined, stopping: AbortSignal): AbortSignal =>
  run ? AbortSignal.any([run.signal, stopping]) : stopping

async function carryOut(
  job: ScheduledJob | QueuedJob,
  signal: AbortSignal,
  work: (progress: Progress) => Promise<unknown>,
): Promise<unknown> {
  const begun = performance.now()
  try {
    const report = await withinProgress(job.silentSeconds ?? silentSeconds, work, signal)
    log().info({ job: job.name, report, ms: Math.round(performance.now() - begun) }, "job done")
    return report
  } catch (error) {
    const failed = new FailedRun(error)
    const { diagnosticId } = failed
    log().warn({ job: job.name, diagnosticId, err: withoutQuery(error) }, "job failed")
    throw failed
  }
}

/** The message of a failed query repeats the customers' data; its cause says what went wrong. */
const withoutQuery = (error: unknown): unknown =>
  error instanceof Error && "query" in error && error.cause instanceof Error ? error.cause : error
