import { keepHouse } from "#db/commands/housekeeping.ts"
import { beforeSignIn } from "#db/in-workspace.ts"
import { rescoreDaily } from "./rescore-daily.ts"

export type ScheduledJob = {
  readonly name: string
  /** When, as a cron expression in UTC. */
  readonly schedule: string
  readonly run: () => Promise<unknown>
}

/** What the worker does by itself. Every job may run twice without harm. */
export const scheduledJobs: readonly ScheduledJob[] = [
  { name: "keep-house", schedule: "17 * * * *", run: () => beforeSignIn(keepHouse) },
  { name: "rescore-daily", schedule: "5 * * * *", run: rescoreDaily },
]
