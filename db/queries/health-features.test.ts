import { expect, test } from "vitest"
import { addDays } from "#lib/format/calendar-day.ts"
import { ageDays } from "#lib/health/age-days.ts"
import { featureValue } from "#lib/health/features/feature-value.ts"
import { featureWindow } from "#lib/health/features/feature-window.ts"
import { statisticsOf } from "#lib/health/features/statistics.ts"
import type { HealthModel, ModelMeasure } from "#lib/health/schema.ts"
import { modelOf } from "#lib/health/testing/model-of.ts"
import { mulberry32 } from "#lib/math/mulberry32.ts"
import { newId } from "#lib/platform/new-id.ts"
import { inWorkspace } from "../in-workspace.ts"
import { testDatabase, testWorkspace } from "../testing/workspace.ts"
import { readingsToScore } from "./health-features.ts"

const day = "2026-11-16"
const { owner } = testDatabase()

const model: HealthModel = modelOf({
  last: { maxAgeDays: 20 },
  lasting: { maxAgeDays: null },
  mean: { aggregate: "mean", windowDays: 28, maxAgeDays: 14 },
  sum: { aggregate: "sum", windowDays: 7 },
  change: { aggregate: "change_per_30_days", windowDays: 91 },
  never: { maxAgeDays: 5 },
})
type Row = { account: string; measure: ModelMeasure; source: string; day: string; value: number }

/** What the formulas say of the readings themselves. */
function naively(rows: readonly Row[], account: string): unknown[] {
  return model.measures.flatMap((measure) => {
    const { aggregate, days } = featureWindow(measure)
    return ["crm", "product"].flatMap((source) => {
      const own = rows.filter(
        (row) => row.account === account && row.measure === measure && row.source === source,
      )
      const inside = own.filter((row) => row.day <= day && ageDays(row.day, day) < days)
      const points = inside.map((row) => ({ t: -ageDays(row.day, day), y: row.value }))
      const statistics = statisticsOf(points)
      const value = statistics && featureValue(aggregate, statistics)
      if (value === null) return []
      const observedOn = inside
        .map((row) => row.day)
        .toSorted()
        .at(-1)
      const reading = { measureKey: measure.key, source, observedOn, value: expect.closeTo(value, 6) }
      return [aggregate === "last" ? reading : { ...reading, n: inside.length }]
    })
  })
}

test("the database adds up what the formulas say of the readings themselves", async () => {
  const { caller, workspaceId } = await testWorkspace()
  const next = mulberry32(7)
  const accounts = Array.from({ length: 12 }, () => newId()).toSorted()
  for (const id of accounts)
    await owner`insert into account (workspace_id, id, slug, external_id, name, name_key)
      values (${workspaceId}, ${id}, ${id}, ${id}, ${id}, ${id})`
  const measureIds = new Map<string, number>()
  const sourceIds = new Map<string, number>()
  for (const { key } of model.measures) {
    const [row] = await owner<{ id: number }[]>`
      insert into measure (workspace_id, key, label, kind) values (${workspaceId}, ${key}, ${key}, 'number') returning id`
    measureIds.set(key, row!.id)
  }
  for (const key of ["crm", "product"]) {
    const [row] = await owner<{ id: number }[]>`
      insert into source (workspace_id, key, name, kind) values (${workspaceId}, ${key}, ${key}, 'file') returning id`
    sourceIds.set(key, row!.id)
  }
  const rows = accounts.flatMap((account) =>
    model.measures.slice(0, 5).flatMap((measure) =>
      [...sourceIds.keys()].flatMap((source) =>
        Array.from({ length: 130 }, (_, back) => ({
          back,
          isThere: next() < 0.2,
          value: Math.round(next() * 2_000) / 10,
        }))
          .filter(({ isThere }) => isThere)
          .map(({ back, value }): Row => ({ account, measure, source, day: addDays(day, 10 - back), value })),
      ),
    ),
  )
  await owner`insert into signal (workspace_id, account_id, measure_id, day, source_id, value) select ${workspaceId}, * from unnest(
    ${rows.map((row) => row.account)}::uuid[], ${rows.map((row) => measureIds.get(row.measure.key)!)}::int[],
    ${rows.map((row) => row.day)}::text[]::date[], ${rows.map((row) => sourceIds.get(row.source)!)}::int[],
    ${rows.map((row) => row.value)}::float8[])`
  for (const isRun of [true, false]) {
    const asked = { accounts: accounts.map((id) => ({ id, model })), isRun, day }
    const readings = await inWorkspace(caller, (tx) => readingsToScore(tx, caller, asked))
    for (const account of accounts) {
      const found = readings.get(account)!.toSorted((a, b) => order(a).localeCompare(order(b)))
      const named = naively(rows, account) as { measureKey: string; source: string }[]
      expect(found).toEqual(named.toSorted((a, b) => order(a).localeCompare(order(b))))
    }
  }
})

const order = ({ measureKey, source }: { measureKey: string; source: string }) => `${measureKey} ${source}`

test("words, and last readings too old to count, are told one by one", async () => {
  const { caller, workspaceId } = await testWorkspace()
  const id = newId()
  await owner`insert into account (workspace_id, id, slug, external_id, name, name_key)
    values (${workspaceId}, ${id}, ${id}, ${id}, ${id}, ${id})`
  const own = modelOf({
    plan: { scale: { kind: "ordinal", scores: { basic: 10, premium: 90 } } },
    usage: { maxAgeDays: 30 },
  })
  const insert = async (key: string, readings: Readonly<Record<string, number | string>>) => {
    const [measure] = await owner<{ id: number }[]>`
      insert into measure (workspace_id, key, label, kind) values (${workspaceId}, ${key}, ${key}, 'number') returning id`
    const [source] = await owner<{ id: number }[]>`
      insert into source (workspace_id, key, name, kind) values (${workspaceId}, ${`of ${key}`}, 'Source', 'file') returning id`
    for (const [at, value] of Object.entries(readings))
      await owner`insert into signal (workspace_id, account_id, measure_id, day, source_id, value, value_text) values
        (${workspaceId}, ${id}, ${measure!.id}, ${at}, ${source!.id}, ${typeof value === "number" ? value : null},
          ${typeof value === "string" ? value : null})`
  }
  await insert("plan", { "2026-03-01": "basic", "2026-11-01": "premium" })
  await insert("usage", { "2026-05-01": 40, "2026-06-01": 70 })
  const asked = { accounts: [{ id, model: own }], isRun: false, day }
  const readings = await inWorkspace(caller, (tx) => readingsToScore(tx, caller, asked))
  expect(readings.get(id)).toEqual([
    { measureKey: "plan", source: "of plan", observedOn: "2026-11-01", value: "premium" },
    { measureKey: "usage", source: "of usage", observedOn: "2026-06-01", value: 70 },
  ])
})
