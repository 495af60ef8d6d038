import type { PgBoss } from "pg-boss"
import { beforeSignIn } from "#db/in-workspace.ts"
import { jobRuns, type StoredRun } from "#db/queries/job-runs.ts"
import { AppError } from "#lib/errors.ts"
import { formatNumber, noBreak } from "#lib/format/number.ts"
import type { WorkspaceId } from "#lib/id.ts"
import type { QueuedJob, ScheduledJob } from "./job.ts"
import { jobQueue } from "./job-queue.ts"
import { queuedJobs, scheduledJobs } from "./registry.ts"
import { usualDuration } from "./usual-duration.ts"

export const runStates = ["waiting", "running", "done", "will-retry", "failed", "cancelled"] as const
export type RunState = (typeof runStates)[number]

export type JobRun = {
  readonly id: string
  readonly state: RunState
  readonly askedAt: Date
  readonly startedAt: Date | null
  readonly finishedAt: Date | null
  readonly durationSeconds: number | null
  /** How it went, in words. */
  readonly outcome: string
}

export type JobFailure = {
  readonly id: string
  readonly failedAt: Date
  readonly error: string
  /** Tries so far. */
  readonly attempts: number
  /** When it is tried again by itself; null once it is given up: then only `retryJob` tries again. */
  readonly retryAt: Date | null
}

export type JobOnBoard = {
  readonly name: string
  readonly title: string
  readonly about: string
  /** Cron expression in UTC; null for jobs that run when somebody asks. */
  readonly schedule: string | null
  readonly nextRunAt: Date | null
  readonly lastRun: JobRun | null
  /** Of the runs before that ended well; null while there are few. */
  readonly usualSeconds: number | null
  readonly running: readonly JobRun[]
  readonly waiting: number
  /** Of the last seven days, newest first; the newest fifty. */
  readonly failures: readonly JobFailure[]
}

/**
 * Every job of the product with its last run, what waits, what failed in the last week and when it runs next. Of
 * what somebody asked for, a workspace sees its own runs alone.
 */
export async function jobBoard(workspaceId: WorkspaceId): Promise<JobOnBoard[]> {
  const queue = await jobQueue()
  const jobs: readonly (ScheduledJob | QueuedJob)[] = [...scheduledJobs, ...queuedJobs]
  return Promise.all(
    jobs.map(async (job) =>
      boardOf(queue, job, await beforeSignIn((on) => jobRuns(on, { name: job.name, workspaceId }))),
    ),
  )
}

type Runs = Awaited<ReturnType<typeof jobRuns>>

function boardOf(
  queue: PgBoss,
  job: ScheduledJob | QueuedJob,
  { runs: newestFirst, waiting, tookSeconds }: Runs,
): JobOnBoard {
  const begun = newestFirst.filter((run) => run.startedOn !== null)
  const schedule = "schedule" in job ? job.schedule : null
  const [next] = schedule ? queue.previewSchedule(schedule, { tz: "UTC", count: 1 }) : []
  return {
    name: job.name,
    title: job.title,
    about: job.about,
    schedule,
    nextRunAt: next ?? null,
    lastRun: begun[0] ? runOf(begun[0]) : null,
    usualSeconds: usualDuration(tookSeconds),
    running: newestFirst.filter(({ state }) => state === "active").map(runOf),
    waiting,
    failures: newestFirst.filter(({ state }) => state === "failed" || state === "retry").map(failureOf),
  }
}

function runOf(job: StoredRun): JobRun {
  const finishedAt = job.state === "active" ? null : job.completedOn
  const seconds =
    job.startedOn && finishedAt ? (finishedAt.getTime() - job.startedOn.getTime()) / 1_000 : null
  return {
    id: job.id,
    state: stateOf[job.state],
    askedAt: job.createdOn,
    startedAt: job.startedOn,
    finishedAt,
    durationSeconds: seconds,
    outcome: outcomeOf(job),
  }
}

const stateOf: Readonly<Record<StoredRun["state"], RunState>> = {
  created: "waiting",
  active: "running",
  completed: "done",
  retry: "will-retry",
  failed: "failed",
  cancelled: "cancelled",
}

function failureOf(job: StoredRun): JobFailure {
  const isGivenUp = job.state === "failed"
  return {
    id: job.id,
    failedAt: job.completedOn ?? job.startedOn ?? job.createdOn,
    error: errorOf(job),
    attempts: job.retryCount + (isGivenUp ? 1 : 0),
    retryAt: isGivenUp ? null : job.startAfter,
  }
}

function outcomeOf(job: StoredRun): string {
  if (job.state === "active") return "Running"
  if (job.state === "failed") return `Given up after ${tries(job.retryCount + 1)}: ${errorOf(job)}`
  if (job.state === "retry") return `Failed and will be tried again: ${errorOf(job)}`
  if (job.state === "cancelled") return "Cancelled"
  return job.state === "completed" ? reportWords(job.output) : "Waiting"
}

const tries = (count: number): string => (count === 1 ? "1 try" : `${count} tries`)

/** The counts of a report, such as "500 accounts, 12 written", by name: the queue does not keep their order. */
function reportWords(output: unknown): string {
  if (typeof output !== "object" || output === null) return "Done"
  const counts = Object.entries(output)
    .filter((entry): entry is [string, number] => Number.isInteger(entry[1]))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  if (counts.length === 0) return "Done"
  const some = counts.filter(([, value]) => value !== 0)
  if (some.length === 0) return "Done: nothing to do"
  return `Done: ${some.map(([name, value]) => `${formatNumber(value)}${noBreak}${plainName(name, value)}`).join(", ")}`
}

/** Names of counts are plurals or verbs: "standards", "written". */
function plainName(name: string, count: number): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return count === 1 ? words.replace(/s$/, "") : words
}

function errorOf({ output }: StoredRun): string {
  const { message, value } = (output ?? {}) as { message?: unknown; value?: { message?: unknown } }
  const words = message ?? value?.message
  return typeof words === "string" && words !== "" ? words : "It ended without saying why."
}

/** Tries a run again that was given up; one that another workspace asked for is not known here. */
export async function retryJob(workspaceId: WorkspaceId, jobId: string): Promise<void> {
  const queue = await jobQueue()
  for (const { name } of [...scheduledJobs, ...queuedJobs]) {
    const [found] = await queue.findJobs(name, { id: jobId }).catch(() => [])
    if (!found || !concerns(found.data, workspaceId)) continue
    if (found.state !== "failed")
      throw new AppError("conflict", "This run is not given up: it needs no retry.")
    await queue.retry(name, jobId)
    return
  }
  throw new AppError("not_found", "This run is not known any more. Runs are kept for seven days.")
}

/** A scheduled run serves every workspace and names none. */
function concerns(data: unknown, workspaceId: WorkspaceId): boolean {
  const { workspaceId: asked } = (data ?? {}) as { workspaceId?: unknown }
  return asked === undefined || asked === workspaceId
}

/** Asks for a run of a scheduled job now; one that waits already is not asked for twice. */
export async function runJobNow(name: string): Promise<{ asked: boolean }> {
  const job = scheduledJobs.find((one) => one.name === name)
  if (!job) throw new AppError("not_found", "There is no scheduled job of this name.")
  const queue = await jobQueue()
  const waiting = await queue.findJobs(name, { queued: true })
  if (waiting.some(({ state }) => state === "created")) return { asked: false }
  return { asked: (await queue.send(name, {})) !== null }
}
