import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import { featureValue } from "#lib/health/features/feature-value.ts"
import { featureWindow, lookBackDays } from "#lib/health/features/feature-window.ts"
import type { HealthModel, ModelMeasure } from "#lib/health/schema.ts"
import type { Reading } from "#lib/health/score-schema.ts"
import type { Db } from "../client.ts"
import type { AskedAccounts } from "./asked-accounts.ts"
import { type AskedFeature, featureStatistics } from "./feature-statistics.ts"

type Feature = AskedFeature & { readonly measure: ModelMeasure }
type Place = { readonly accountId: string; readonly feature: Feature }
type Single = Place & { readonly sourceId: number; readonly t: number }

type Asked = {
  /** In the order of their ids, each with the model that scores it. */
  readonly accounts: readonly { readonly id: string; readonly model: HealthModel }[]
  readonly isRun: boolean
  readonly day: string
}

/**
 * What the model of each account scores on a day: one value per measure and source. The database adds up; words and
 * last readings that are too old to count are looked up one by one.
 */
export async function readingsToScore(
  on: Db,
  caller: Caller,
  { accounts, isRun, day }: Asked,
): Promise<Map<string, Reading[]>> {
  const names = await namesOf(on, caller)
  const models = new Map(accounts.map(({ model }) => [model.id, model]))
  const features = featuresOf([...models.values()], names.measures)
  const among: AskedAccounts = { ids: accounts.map(({ id }) => id), isRun }
  const found = await featureStatistics(on, caller, { features: features.all, accounts: among, day })
  const dayAt = daysFrom(day)
  const words: Single[] = []
  const silent: Place[] = []
  const readings = new Map<string, Reading[]>()
  for (const { id, model } of accounts) {
    const own: Reading[] = []
    const of = Map.groupBy(found.get(id) ?? [], ({ feature }) => feature)
    for (const number of features.numbersOf.get(model.id) ?? []) {
      const feature = features.all[number]!
      const { key, aggregate = "last" } = feature.measure
      const statistics = of.get(number) ?? []
      if (statistics.length === 0 && aggregate === "last") silent.push({ accountId: id, feature })
      for (const { numbers, textT, sourceId } of statistics) {
        if (aggregate === "last" && textT !== null && textT >= (numbers?.lastT ?? textT)) {
          words.push({ accountId: id, feature, sourceId, t: textT })
          continue
        }
        const value = numbers && featureValue(aggregate, numbers)
        if (numbers === null || value === null) continue
        const source = names.sources.get(sourceId) ?? ""
        const reading = { measureKey: key, source, observedOn: dayAt(numbers.lastT), value }
        own.push(feature.isAggregate ? { ...reading, n: numbers.n } : reading)
      }
    }
    readings.set(id, own)
  }
  for (const { accountId, sourceId, ...reading } of [
    ...(await textsAt(on, caller, words, dayAt)),
    ...(await lastBefore(on, caller, silent, day)),
  ])
    readings.get(accountId)!.push({ ...reading, source: names.sources.get(sourceId) ?? "" })
  return readings
}

type Named = { readonly measures: ReadonlyMap<string, number>; readonly sources: ReadonlyMap<number, string> }

/** An outcome is what a score tries to foresee: it is not read. */
async function namesOf(on: Db, caller: Caller): Promise<Named> {
  const rows = await on.execute<{ what: "measure" | "source"; id: number; key: string }>(sql`
    select 'measure' as what, id, key from measure where workspace_id = ${caller.workspaceId} and role = 'input'
    union all select 'source', id, key from source where workspace_id = ${caller.workspaceId}`)
  const { measure = [], source = [] } = Object.groupBy(rows, ({ what }) => what)
  return {
    measures: new Map(measure.map(({ id, key }) => [key, id])),
    sources: new Map(source.map(({ id, key }) => [id, key])),
  }
}

/** Features of all models, each asked for once however many models share it. */
function featuresOf(models: readonly HealthModel[], measureIds: ReadonlyMap<string, number>) {
  const all: Feature[] = []
  const numbers = new Map<string, number>()
  const numbersOf = new Map<string, number[]>()
  for (const model of models) {
    const own: number[] = []
    for (const measure of model.measures) {
      const measureId = measureIds.get(measure.key)
      if (measureId === undefined) continue
      const { aggregate, days } = featureWindow(measure)
      const name = `${measureId} ${aggregate} ${days}`
      const number = numbers.get(name) ?? all.length
      numbers.set(name, number)
      all[number] ??= { measureId, days, isAggregate: aggregate !== "last", measure }
      own.push(number)
    }
    numbersOf.set(model.id, own)
  }
  return { all, numbersOf }
}

type Found = Omit<Reading, "source"> & { readonly accountId: string; readonly sourceId: number }

async function textsAt(
  on: Db,
  caller: Caller,
  words: readonly Single[],
  dayAt: (t: number) => string,
): Promise<Found[]> {
  if (words.length === 0) return []
  const keys = new Map(words.map(({ feature }) => [feature.measureId, feature.measure.key]))
  const days = words.map(({ t }) => dayAt(t))
  const ordered = days.toSorted()
  const rows = await on.execute<{
    account_id: string
    measure_id: number
    source_id: number
    day: string
    value_text: string
  }>(sql`
    select s.account_id, s.measure_id, s.source_id, s.day::text, s.value_text
    from unnest(${list(words.map(({ accountId }) => accountId))}::uuid[], ${list(words.map(({ feature }) => feature.measureId))}::int[],
      ${list(words.map(({ sourceId }) => sourceId))}::int[], ${list(days)}::date[]) as g(account_id, measure_id, source_id, day)
    join signal s using (account_id, measure_id, source_id, day)
    where s.workspace_id = ${caller.workspaceId} and s.value_text is not null
      and s.day between ${ordered[0]}::date and ${ordered.at(-1)}::date`)
  return rows.map((row) => ({
    accountId: row.account_id,
    sourceId: row.source_id,
    measureKey: keys.get(row.measure_id)!,
    observedOn: row.day,
    value: row.value_text,
  }))
}

/** The last readings before the window, of accounts that have none inside: they are told of as too old. */
async function lastBefore(on: Db, caller: Caller, places: readonly Place[], day: string): Promise<Found[]> {
  const older = places.filter(({ feature }) => feature.days < lookBackDays)
  if (older.length === 0) return []
  const keys = new Map(older.map(({ feature }) => [feature.measureId, feature.measure.key]))
  const fewest = Math.min(...older.map(({ feature }) => feature.days))
  const rows = await on.execute<{
    account_id: string
    measure_id: number
    source_id: number
    day: string
    value: number | null
    value_text: string | null
  }>(sql`
    select distinct on (s.account_id, s.measure_id, s.source_id)
      s.account_id, s.measure_id, s.source_id, s.day::text, s.value, s.value_text
    from unnest(${list(older.map(({ accountId }) => accountId))}::uuid[],
      ${list(older.map(({ feature }) => feature.measureId))}::int[]) as g(account_id, measure_id)
    join signal s using (account_id, measure_id)
    where s.workspace_id = ${caller.workspaceId} and (s.value is not null or s.value_text is not null)
      and s.day > ${day}::date - ${lookBackDays}::int and s.day <= ${day}::date - ${fewest}::int
    order by s.account_id, s.measure_id, s.source_id, s.day desc`)
  return rows.map((row) => ({
    accountId: row.account_id,
    sourceId: row.source_id,
    measureKey: keys.get(row.measure_id)!,
    observedOn: row.day,
    value: row.value ?? row.value_text ?? "",
  }))
}

/** An array as Postgres writes it. Only for ids, numbers and days: nothing in them needs quoting. */
const list = (values: readonly (string | number)[]): string => `{${values.join(",")}}`

/** Days named by their distance; the same few hundred are asked for again and again. */
function daysFrom(day: string): (t: number) => string {
  const known = new Map<number, string>()
  return (t) => {
    const name = known.get(t) ?? addDays(day, t)
    known.set(t, name)
    return name
  }
}
