import type { Caller } from "#lib/access/caller.ts"
import type { WorldPlan } from "#lib/demo/plan.ts"
import type { WorldTruth } from "#lib/demo/truth.ts"
import { World } from "#lib/demo/world.ts"
import { patiently } from "./patiently.ts"
import { reach } from "./reach.ts"
import { ensureModels, scoreDay } from "./score-days.ts"
import { markTold } from "./told-world.ts"
import { writeDesk, writeNotes } from "./write-desk.ts"
import { type Teller, worldCaller, writeBook, writeFrame, writeRelations } from "./write-facts.ts"
import { deliveriesOf, type HowToWrite, writeDay } from "./write-readings.ts"

export type DemoFill = {
  readonly workspaceId: Caller["workspaceId"]
  readonly plan: WorldPlan
  readonly now: Date
  /** Called once the people are there. */
  readonly onPeople?: () => Promise<void>
  /** Asked between the short transactions; a fill that was cut short is completed by the next one. */
  readonly signal?: AbortSignal
}

/** Days whose readings are written before anything older, so that the pages look full at once. */
const freshDays = 10

/**
 * Writes the history of a made-up world up to now through the commands, in short transactions. What pages show
 * first comes first: the book, the newest readings and today's scores; then talks, older readings and the scores
 * of each day that was measured. Done again it changes nothing.
 */
export async function fillDemo({ workspaceId, plan, now, signal, onPeople }: DemoFill): Promise<WorldTruth> {
  const world = new World(plan)
  const caller = worldCaller(workspaceId, now)
  await reach(world, world.minuteOf(now))
  const facts = world.take()
  const goOn = () => signal?.throwIfAborted()
  const teller: Teller = { world, caller, goOn, accountIds: new Map() }
  const ids = await writeFrame(teller)
  await writeDesk(caller, plan)
  await onPeople?.()
  await writeBook(teller, facts)
  const byDay = deliveriesOf(facts.readings, teller, ids.measures)
  const days = [...byDay.keys()].sort((a, b) => b - a)
  const how: HowToWrite = {
    sources: ids.sources,
    known: { accounts: new Set(), measures: new Set() },
  }
  const write = async (some: readonly number[]) => {
    for (const day of some) await writeDay(teller, byDay.get(day) ?? [], how)
  }
  await write(days.slice(0, freshDays))
  const models = await ensureModels(caller)
  const today = world.calendar.dayOf(days[0] ?? 0)
  await scoreDay(caller, { models, day: today, goOn })
  await writeRelations(teller, facts)
  await writeNotes(teller, facts.touchpoints)
  await write(days.slice(freshDays))
  for (const day of days.slice(1).reverse())
    await scoreDay(caller, { models, day: world.calendar.dayOf(day), goOn })
  await scoreDay(caller, { models, day: today, goOn, compareAnew: true })
  await patiently(caller, (tx) => markTold(tx, caller, now))
  return world.truth()
}
