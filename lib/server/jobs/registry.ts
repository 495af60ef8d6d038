import type { QueuedJob, ScheduledJob } from "./job.ts"
import { keepWholeHouse } from "./keep-house.ts"
import { liveDemo } from "./live-demo.ts"
import { measureAsked, measureQuality } from "./measure-quality.ts"
import { rescoreDaily } from "./rescore-daily.ts"
import { undoImportJob } from "./undo-import.ts"
import { writeImportJob } from "./write-import.ts"

/** What the worker does by itself. Every job may run twice without harm. */
export const scheduledJobs: readonly ScheduledJob[] = [
  {
    name: "keep-house",
    title: "Keep house",
    about:
      "Makes the coming months of readings, events and scores, forgets what is over, keeps the list of accounts true.",
    schedule: "17 * * * *",
    silentSeconds: 120,
    run: keepWholeHouse,
  },
  {
    name: "rescore-daily",
    title: "Score every account",
    about: "Scores all accounts for the day that it is in their workspace: readings grow old by themselves.",
    schedule: "5 * * * *",
    silentSeconds: 120,
    run: rescoreDaily,
  },
  {
    name: "measure-quality",
    title: "Measure data quality",
    about: "Counts what sources told and measures the quality standards, hourly or soon after data changed.",
    schedule: "*/10 * * * *",
    run: measureQuality,
  },
  {
    name: "live-demo",
    title: "Let the Demo company live",
    about: "Writes what has happened in the made-up company since the last run.",
    schedule: "* * * * *",
    silentSeconds: 120,
    run: liveDemo,
  },
]

/** What the worker does when somebody asks. A job carries ids only and may run twice without harm. */
export const queuedJobs: readonly QueuedJob[] = [
  writeImportJob,
  undoImportJob,
  {
    name: "measure-workspace",
    title: "Measure data quality of one workspace",
    about: "Runs when somebody asks for it on the data page.",
    run: measureAsked,
  },
]
