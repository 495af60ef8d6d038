import { formatInstant, type Place } from "#lib/format/instant.ts"
import { formatNumber, noBreak } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"

/** How long a run took: "0.4 s", "12 s", "3 min". */
export function durationWords(seconds: number): string {
  if (seconds < 10) return `${formatNumber(seconds, 1)}${noBreak}s`
  if (seconds < 120) return `${formatNumber(Math.round(seconds))}${noBreak}s`
  return `${formatNumber(Math.round(seconds / 60))}${noBreak}min`
}

/** The cron expressions that the product uses, in words; any other one as it is written. Times are UTC. */
export function scheduleWords(cron: string | null): string {
  if (cron === null) return "when asked"
  const [minute = "", hour = "", ...days] = cron.split(" ")
  if (days.join(" ") !== "* * *") return cron
  const every = /^\*\/(\d+)$/.exec(minute)?.[1]
  if (hour === "*" && minute === "*") return "every minute"
  if (hour === "*" && every) return `every ${every} minutes`
  if (!/^\d+$/.test(minute)) return cron
  if (hour === "*") return `hourly, at :${minute.padStart(2, "0")}`
  return /^\d+$/.test(hour) ? `daily at ${hour.padStart(2, "0")}:${minute.padStart(2, "0")} UTC` : cron
}

type Known = {
  readonly title: string
  readonly lastRun: { readonly state: string } | null
  readonly failures: readonly {
    readonly failedAt: Date
    readonly attempts: number
    readonly retryAt: Date | null
  }[]
}

/** The sentence above the jobs: what was given up and waits for somebody, then what is tried again by itself. */
export function jobsAnswer(jobs: readonly Known[], place: Place): string {
  const failed = jobs.flatMap(({ title, failures }) => failures.map((failure) => ({ title, ...failure })))
  const givenUp = failed
    .filter(({ retryAt }) => retryAt === null)
    .toSorted((a, b) => b.failedAt.getTime() - a.failedAt.getTime())
  const retried = failed.length - givenUp.length
  const again = retried > 0 ? ` ${formatCount(retried, "run")} will be tried again by itself.` : ""
  const [newest] = givenUp
  if (newest)
    return `${formatCount(givenUp.length, "run")} failed in the last 7 days and ${givenUp.length === 1 ? "waits" : "wait"} for you, the newest: “${newest.title}”, ${formatInstant(newest.failedAt, place)}.${again}`
  const never = jobs.filter(({ lastRun }) => lastRun === null).length
  const known = never > 0 ? ` ${formatCount(never, "job has", "jobs have")} not run yet.` : ""
  return `No run of ${formatCount(jobs.length, "job")} was given up in the last 7 days.${again}${known}`
}

/** "5 of 6 jobs ended well when they ran last", of those that ran at all. */
export function jobsFinding(
  jobs: readonly { readonly lastRun: { readonly state: string } | null }[],
): string {
  const ran = jobs.filter(({ lastRun }) => lastRun && lastRun.state !== "running")
  const well = ran.filter(({ lastRun }) => lastRun?.state === "done").length
  if (ran.length === 0) return "No job has ended a run yet"
  return well === ran.length
    ? `${formatCount(ran.length, "job")} ended well when ${ran.length === 1 ? "it" : "they"} ran last`
    : `${formatNumber(well)} of ${formatCount(ran.length, "job")} ended well when they ran last`
}
