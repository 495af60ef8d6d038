import { z } from "zod"
import { ensureBuiltInStandards, type Measured, saveMeasurements } from "#db/commands/quality.ts"
import { noteSources, tallySignals } from "#db/commands/sources.ts"
import { beforeSignIn, inWorkspace } from "#db/in-workspace.ts"
import { dataChangedSince, signalMonths } from "#db/queries/data-sources.ts"
import { publishedModels } from "#db/queries/health.ts"
import { countRule, type Standard, standardsOf, unmeasuredDays } from "#db/queries/quality.ts"
import { readingsPerDay } from "#db/queries/readings-per-day.ts"
import { jobWorkspaces, workspaceClock } from "#db/queries/workspaces.ts"
import type { Caller } from "#lib/access/caller.ts"
import { addDays, daysBetween } from "#lib/format/calendar-day.ts"
import { dayOf } from "#lib/format/instant.ts"
import type { WorkspaceId } from "#lib/id.ts"
import { builtInStandards } from "#lib/quality/built-in-standards.ts"
import { eachWorkspace } from "./each-workspace.ts"
import type { Progress } from "./job.ts"
import { jobCaller } from "./job-caller.ts"

type Report = { standards: number; days: number }

/** The past that is measured at once when a standard is new: what a rule can tell from the days of its rows. */
const pastDays = 29
/** Below so many readings all months are counted every time; above it the two newest, and all once a day. */
const countedWhole = 2_000_000

const hourMs = 3_600_000
/** When this worker measured a workspace last: a worker that starts measures at once. */
const measuredAt = new Map<WorkspaceId, Date>()

/**
 * Measures the standards of every workspace that was not measured for an hour, or whose data changed since. One that
 * fails keeps none of the others waiting.
 */
export async function measureQuality({ beat }: Pick<Progress, "beat">): Promise<Report> {
  const total = { standards: 0, days: 0 }
  await eachWorkspace(await beforeSignIn(jobWorkspaces), {
    done: "measured",
    work: async ({ workspaceId, timeZone }) => {
      const caller = jobCaller(workspaceId, "Data quality")
      if (!(await isDue(caller))) return
      const begun = new Date()
      const report = await measureWorkspace(caller, { today: dayOf(caller.now, timeZone), beat })
      measuredAt.set(workspaceId, begun)
      total.standards += report.standards
      total.days += report.days
    },
  })
  return total
}

async function isDue(caller: Caller): Promise<boolean> {
  const last = measuredAt.get(caller.workspaceId)
  if (!last || Date.now() - last.getTime() > hourMs) return true
  return inWorkspace(caller, (tx) =>
    dataChangedSince(tx, caller, { since: last, countedBelow: countedWhole }),
  )
}

const asked = z.object({ workspaceId: z.uuid() })

/** Measures one workspace because somebody asked. */
export async function measureAsked(data: unknown, { beat }: Pick<Progress, "beat">): Promise<Report> {
  const { workspaceId } = asked.parse(data)
  const caller = jobCaller(workspaceId as WorkspaceId, "Data quality")
  const { today } = await inWorkspace(caller, (tx) => workspaceClock(tx, caller))
  return measureWorkspace(caller, { today, beat })
}

/** Counts what sources told, then measures every standard for the day: many short transactions, reads before writes. */
export async function measureWorkspace(
  caller: Caller,
  { today, beat }: { today: string } & Pick<Progress, "beat">,
): Promise<Report> {
  await countReadings(caller, today, beat)
  await inWorkspace(caller, async (tx) => {
    await noteSources(tx, caller, { today })
    const models = await publishedModels(tx, caller)
    const standards = builtInStandards(models.flatMap(({ measures }) => measures))
    await ensureBuiltInStandards(tx, caller, { standards })
  })
  const standards = await inWorkspace(caller, (tx) => standardsOf(tx, caller, { today }))
  const measured: Measured[] = []
  for (const standard of standards) {
    measured.push(await measure(caller, standard, today))
    beat()
  }
  await inWorkspace(caller, (tx) => saveMeasurements(tx, caller, { day: today, measured }))
  const { counted } = await inWorkspace(caller, (tx) => signalMonths(tx, caller))
  const everyDays = counted < countedWhole ? 1 : 7
  const days = await measurePast(caller, { standards, today, everyDays, beat })
  return { standards: standards.length, days }
}

async function countReadings(caller: Caller, today: string, beat: () => void): Promise<void> {
  const { counted, months } = await inWorkspace(caller, (tx) => signalMonths(tx, caller))
  const newest = addDays(today, -31).slice(0, 7)
  for (const month of months.filter(
    (one) => counted < countedWhole || one >= newest || isFirstOfDay(caller),
  )) {
    const last = addDays(`${month}-01`, 31)
    const range = { first: `${month}-01`, last: addDays(last, -Number(last.slice(8))) }
    const told = await inWorkspace(caller, (tx) => readingsPerDay(tx, caller, range))
    await inWorkspace(caller, (tx) => tallySignals(tx, caller, { ...range, counted: told }))
    beat()
  }
}

/** The run of the first hour of a day counts everything anew. */
const isFirstOfDay = (caller: Caller): boolean => caller.now.getUTCHours() === 0

async function measure(caller: Caller, standard: Standard, day: string): Promise<Measured> {
  const { id, field, dimension, withinDays, atLeast } = standard
  const question = { field, dimension, withinDays, day }
  const { rows, met } = await inWorkspace(caller, (tx) => countRule(tx, caller, question))
  return { standardId: id, day, rows, met, atLeast }
}

/** Freshness follows from days alone, so that a new standard of it has a past at once, by weeks where there is much. */
async function measurePast(
  caller: Caller,
  {
    standards,
    today,
    everyDays,
    beat,
  }: { standards: readonly Standard[]; today: string; everyDays: number } & Pick<Progress, "beat">,
): Promise<number> {
  const range = { first: addDays(today, -pastDays), last: addDays(today, -1) }
  let days = 0
  for (const standard of standards) {
    if (standard.dimension !== "freshness" || standard.history.length > 0) continue
    const standardId = standard.id
    const missing = await inWorkspace(caller, (tx) => unmeasuredDays(tx, caller, { standardId, ...range }))
    const measured: Measured[] = []
    for (const day of missing.filter((one) => daysBetween(one, today) % everyDays === 0))
      measured.push(await measure(caller, standard, day))
    await inWorkspace(caller, (tx) => saveMeasurements(tx, caller, { day: today, measured }))
    days += measured.length
    beat()
  }
  return days
}
