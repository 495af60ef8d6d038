import type { Caller } from "#lib/access/caller.ts"
import type { DemoTouchpoint } from "#lib/demo/facts.ts"
import type { WorldPlan } from "#lib/demo/plan.ts"
import { World } from "#lib/demo/world.ts"
import { patiently } from "./patiently.ts"
import { reach } from "./reach.ts"
import { ensureModels, scoreDay } from "./score-days.ts"
import { accountIdsOf, markTold, type ToldWorld, toldWorld } from "./told-world.ts"
import { writeDesk, writeNotes } from "./write-desk.ts"
import {
  type FrameIds,
  type GoOn,
  worldCaller,
  writeBook,
  writeFrame,
  writeRelations,
  writeSourceStates,
} from "./write-facts.ts"
import { deliveriesOf, type HowToWrite, writeDay } from "./write-readings.ts"

export type Continued = { readonly readings: number; readonly talks: number; readonly days: number }

const oneDay = 1440
const nothing: Continued = { readings: 0, talks: 0, days: 0 }

/**
 * The world of a Demo workspace, going on: writes what has happened since it was told last. A process keeps it
 * between two calls; a new one begins where the database says, and a day that was missed is written and scored
 * like any other.
 */
export class LiveWorld {
  readonly #workspaceId: Caller["workspaceId"]
  #open: Opened | null = null

  constructor(workspaceId: Caller["workspaceId"]) {
    this.#workspaceId = workspaceId
  }

  /** Up to `now`; nothing for a workspace without a world, or one whose first fill is not complete. */
  async continueTo(now: Date, goOn: GoOn): Promise<Continued> {
    const caller = worldCaller(this.#workspaceId, now)
    const told = await patiently(caller, (tx) => toldWorld(tx, caller))
    if (!told?.toldTo || now.getTime() - told.toldTo.getTime() < 60_000) return nothing
    const open = await this.#at({ plan: told.plan, toldTo: told.toldTo }, caller, goOn)
    const until = open.world.minuteOf(now)
    const total = { readings: 0, talks: 0, days: 0 }
    // A failure leaves a world that has gone on further than its rows: the next call begins anew.
    this.#open = null
    while (open.world.now < until) {
      const endOfDay = (Math.floor(open.world.now / oneDay) + 1) * oneDay
      const to = Math.min(until, endOfDay)
      const isCaughtUp = until < endOfDay + oneDay
      const step = await tell(open, { workspaceId: this.#workspaceId, to, isCaughtUp, goOn })
      total.readings += step.readings
      total.talks += step.talks
      total.days += endOfDay <= until ? 1 : 0
    }
    this.#open = open
    return total
  }

  async #at(
    { plan, toldTo }: { plan: WorldPlan; toldTo: Date },
    caller: Caller,
    goOn: GoOn,
  ): Promise<Opened> {
    const kept = this.#open
    if (kept && isSame(kept.world.plan, plan) && kept.world.now === kept.world.minuteOf(toldTo)) return kept
    const world = new World(plan)
    const talks: DemoTouchpoint[] = []
    const takeTalks = () => talks.push(...world.take().touchpoints)
    await reach(world, world.minuteOf(toldTo), () => {
      goOn()
      takeTalks()
    })
    takeTalks()
    const accountIds = await patiently(caller, (tx) => accountIdsOf(tx, caller))
    const teller = { world, caller: worldCaller(caller.workspaceId, toldTo), goOn, accountIds }
    const ids = await writeFrame(teller)
    // A demo that was filled by an earlier version has neither.
    await writeDesk(teller.caller, plan)
    await writeNotes(teller, talks)
    const known = { accounts: new Set<string>(), measures: new Set<number>() }
    return { world, accountIds, ids, known }
  }
}

type Opened = {
  readonly world: World
  readonly accountIds: Map<string, string>
  readonly ids: FrameIds
  readonly known: HowToWrite["known"]
}

type HowFar = {
  readonly workspaceId: Caller["workspaceId"]
  readonly to: number
  readonly isCaughtUp: boolean
  readonly goOn: GoOn
}

/**
 * At most the rest of one day, which is scored when it is over. So is the day after the last of them: it may have been
 * scored, and compared, before the days that were missed were written.
 */
async function tell(
  { world, accountIds, ids, known }: Opened,
  { workspaceId, to, isCaughtUp, goOn }: HowFar,
): Promise<{ readings: number; talks: number }> {
  const today = Math.floor(world.now / oneDay)
  const caller = worldCaller(workspaceId, world.instantOf(to))
  world.advanceTo(to)
  const facts = world.take()
  const teller = { world, caller, goOn, accountIds }
  await writeBook(teller, facts)
  await writeRelations(teller, facts)
  await writeNotes(teller, facts.touchpoints)
  for (const deliveries of deliveriesOf(facts.readings, teller, ids.measures).values())
    await writeDay(teller, deliveries, { sources: ids.sources, known })
  await writeSourceStates(teller)
  if (to === (today + 1) * oneDay) {
    const models = await ensureModels(caller)
    await scoreDay(caller, { models, day: world.calendar.dayOf(today), goOn })
    if (isCaughtUp)
      await scoreDay(caller, { models, day: world.calendar.dayOf(today + 1), goOn, compareAnew: true })
  }
  await patiently(caller, (tx) => markTold(tx, caller, caller.now))
  return { readings: facts.readings.accounts.length, talks: facts.touchpoints.length }
}

const isSame = (one: ToldWorld["plan"], other: ToldWorld["plan"]): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
