import type { ReadingColumns } from "#lib/demo/facts.ts"
import type { World } from "#lib/demo/world.ts"
import { ensureSignalMonths, type KnownIds, receiveSignals } from "../commands/signals.ts"
import { patiently } from "./patiently.ts"
import { type FrameIds, keyOfMeasure, keyOfSource, known, type Teller, worldCaller } from "./write-facts.ts"

export type Delivery = {
  readonly day: number
  readonly source: number
  readonly accountIds: string[]
  readonly measureIds: number[]
  readonly values: number[]
}

/** The readings of each day by source, in the order of the days as given. */
export function deliveriesOf(
  readings: ReadingColumns,
  { world, accountIds }: { world: World; accountIds: ReadonlyMap<string, string> },
  measures: FrameIds["measures"],
): Map<number, Delivery[]> {
  const ids = world.accountIds().map((externalId) => accountIds.get(externalId) ?? "")
  const byDay = new Map<number, Map<number, Delivery>>()
  const measureIds = new Map<number, number>()
  for (const [at, place] of readings.accounts.entries()) {
    const [day, source, measure] = [readings.days[at]!, readings.sources[at]!, readings.measures[at]!]
    const sources = byDay.get(day) ?? new Map<number, Delivery>()
    byDay.set(day, sources)
    const delivery = sources.get(source) ?? { day, source, accountIds: [], measureIds: [], values: [] }
    sources.set(source, delivery)
    const measureId = measureIds.get(measure) ?? known(measures, keyOfMeasure(measure))
    measureIds.set(measure, measureId)
    delivery.accountIds.push(ids[place] ?? "")
    delivery.measureIds.push(measureId)
    delivery.values.push(readings.values[at]!)
  }
  return new Map([...byDay].map(([day, sources]) => [day, [...sources.values()]]))
}

/** Rows enough for a good rate and few enough for a short transaction. */
const readingsAtOnce = 5_000

export type HowToWrite = {
  readonly sources: FrameIds["sources"]
  /** Ids that were looked up for an earlier day. */
  readonly known: KnownIds
  readonly atOnce?: number
}

/** Writes the deliveries of one day as if they had come on it. */
export async function writeDay(
  { world, caller, goOn }: Teller,
  deliveries: readonly Delivery[],
  { sources, known: ids, atOnce = readingsAtOnce }: HowToWrite,
): Promise<void> {
  const [first] = deliveries
  if (!first) return
  const day = world.calendar.dayOf(first.day)
  const noon = new Date(`${day}T12:00:00Z`)
  const then = worldCaller(caller.workspaceId, noon < caller.now ? noon : caller.now)
  await patiently(then, (tx) => ensureSignalMonths(tx, then, { first: day, last: day }))
  for (const group of grouped(deliveries, atOnce)) {
    goOn()
    await patiently(then, async (tx) => {
      for (const { source, accountIds, measureIds, values } of group) {
        const key = keyOfSource(source)
        await receiveSignals(tx, then, {
          source: { id: known(sources, key), key },
          known: ids,
          signals: {
            accountIds,
            measureIds,
            values,
            days: accountIds.map(() => day),
            texts: accountIds.map(() => null),
          },
        })
      }
    })
  }
}

function grouped(deliveries: readonly Delivery[], atOnce: number): Delivery[][] {
  const groups: Delivery[][] = []
  let size = Infinity
  for (const delivery of deliveries) {
    if (size + delivery.values.length > atOnce) {
      groups.push([])
      size = 0
    }
    groups.at(-1)?.push(delivery)
    size += delivery.values.length
  }
  return groups
}
