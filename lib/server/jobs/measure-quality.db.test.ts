import { expect, test } from "vitest"
import { removeStandard, setStandard } from "#db/commands/quality.ts"
import { setSourceTerms } from "#db/commands/sources.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { dataSources, measureSources } from "#db/queries/data-sources.ts"
import { failingRows, standardsOf } from "#db/queries/quality.ts"
import { sourcesOverview, standardsOverview } from "#db/queries/quality-overview.ts"
import { accountsWithUsage, publishUsageModel } from "#db/testing/scored-book.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import type { Caller } from "#lib/access/caller.ts"
import { qualityOfData } from "#lib/api/quality.ts"
import { standardAnswerOf } from "#lib/api/quality-answer.ts"
import { listOfSources } from "#lib/api/sources.ts"
import { sourceAnswerOf } from "#lib/api/sources-answer.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import { newId } from "#lib/platform/new-id.ts"
import { standingOf } from "#lib/quality/standing.ts"
import { trustAnswer } from "#lib/quality/trust-answer.ts"
import { trustQuestion } from "#lib/quality/trust-question.ts"
import { measureWorkspace } from "./measure-quality.ts"

const { owner } = testDatabase()
const today = "2026-11-16"
const beat = () => {}

async function book(): Promise<TestWorkspace> {
  const workspace = await testWorkspace()
  await owner`select ensure_month_partitions('2026-08-01', '2026-12-31')`
  await publishUsageModel(workspace.caller)
  await accountsWithUsage(workspace.caller, { usage: { one: 1, two: 2, three: 3 }, day: addDays(today, -40) })
  await accountsWithUsage(workspace.caller, { usage: { one: 1 }, day: today })
  return workspace
}

const allStandards = (caller: Caller) => inWorkspace(caller, (tx) => standardsOf(tx, caller, { today }))
const find = async (caller: Caller, field: string, dimension: string) => {
  const found = (await allStandards(caller)).find((one) => one.field === field && one.dimension === dimension)
  if (!found) throw new Error(`No standard of ${field}.`)
  return found
}

test("built-in standards are made once and measured; freshness has a past at once", async () => {
  const { caller } = await book()
  const report = await measureWorkspace(caller, { today, beat })
  const all = await allStandards(caller)
  expect(report).toEqual({ standards: all.length, days: 58 })
  expect(all.every(({ isBuiltIn }) => isBuiltIn)).toBe(true)
  const usage = await find(caller, "signal.usage", "freshness")
  expect(usage.withinDays).toBe(30)
  expect(usage.history).toHaveLength(30)
  expect(standingOf(usage.history)).toMatchObject({
    newest: { day: today, rows: 3, met: 1 },
    verdict: "not_met",
    failsSince: addDays(today, -9),
    mayBeOlder: false,
  })
  expect((await find(caller, "account.owner", "completeness")).history).toEqual([
    { day: today, rows: 3, met: 0, atLeast: 0.95 },
  ])
  expect(await measureWorkspace(caller, { today, beat })).toEqual({ standards: all.length, days: 0 })
  const events = await owner`
    select payload from event where workspace_id = ${caller.workspaceId} and type = 'quality.measured'`
  expect(events).toHaveLength(2)
})

test("the list behind a share holds exactly the rows that it lacks", async () => {
  const { caller } = await book()
  await measureWorkspace(caller, { today, beat })
  const { field, dimension, withinDays, history } = await find(caller, "signal.usage", "freshness")
  const question = { field, dimension, withinDays, day: today }
  const { rows, next } = await inWorkspace(caller, (tx) =>
    failingRows(tx, caller, { question, after: null, limit: 50 }),
  )
  expect(rows.map(({ name, found }) => [name, found])).toEqual([
    ["three", addDays(today, -40)],
    ["two", addDays(today, -40)],
  ])
  expect(next).toBeNull()
  const newest = history.at(-1)!
  expect(rows).toHaveLength(newest.rows - newest.met)
})

test("a standard that was removed does not come back by itself, and one set again does", async () => {
  const { caller } = await book()
  await measureWorkspace(caller, { today, beat })
  const { id, field, dimension } = await find(caller, "account.owner", "completeness")
  expect(await inWorkspace(caller, (tx) => removeStandard(tx, caller, { id }))).toMatchObject({ ok: true })
  await measureWorkspace(caller, { today, beat })
  await expect(find(caller, field, dimension)).rejects.toThrow("No standard")
  const draft = {
    field,
    dimension,
    atLeast: 0.3,
    withinDays: 7,
    ownerId: null,
    reason: "Every account has one.",
  }
  expect(await inWorkspace(caller, (tx) => setStandard(tx, caller, draft))).toMatchObject({
    ok: true,
    value: { id },
  })
  expect(await find(caller, field, dimension)).toMatchObject({
    atLeast: 0.3,
    withinDays: null,
    history: [{ day: today }],
  })
  await expect(
    inWorkspace(caller, (tx) => removeStandard(tx, caller, { id: newId() })),
  ).rejects.toMatchObject({
    code: "not_found",
  })
})

test("what cannot be asked is refused, and who may not ask as well", async () => {
  const { caller, as } = await book()
  const draft = {
    field: "signal.usage",
    dimension: "freshness",
    atLeast: 0.9,
    withinDays: null,
    ownerId: null,
    reason: "As agreed",
  } as const
  const set = (by: Caller, change: object) =>
    inWorkspace(by, (tx) => setStandard(tx, by, { ...draft, ...change }))
  expect(await set(caller, {})).toMatchObject({ ok: false, reason: "days_missing" })
  expect(await set(caller, { field: "signal.nothing" })).toMatchObject({ ok: false, reason: "unknown_field" })
  expect(await set(caller, { field: "account.owner" })).toMatchObject({ ok: false, reason: "no_rule" })
  await expect(set(caller, { withinDays: 3, ownerId: newId() })).rejects.toMatchObject({ code: "not_found" })
  await expect(set(as("csm"), { withinDays: 3 })).rejects.toMatchObject({ code: "forbidden" })
  await expect(set(as("viewer"), { withinDays: 3 })).rejects.toMatchObject({ code: "forbidden" })
})

test("a standard is changed by who saw what is stored", async () => {
  const { caller } = await book()
  const saw = { atLeast: 0.9, withinDays: null, ownerId: null, reason: "Nobody answers otherwise." }
  const set = (atLeast: number, seen?: typeof saw | null) =>
    inWorkspace(caller, (tx) =>
      setStandard(tx, caller, {
        ...saw,
        field: "account.owner",
        dimension: "validity",
        atLeast,
        ...(seen === undefined ? {} : { seen }),
      }),
    )
  const first = await set(0.9)
  if (!first.ok) throw new Error(first.reason)
  expect((await set(0.8, saw)).ok).toBe(true)
  expect(await set(0.7, saw)).toMatchObject({ ok: false, reason: "changed_meanwhile" })
  expect((await set(0.7, { ...saw, atLeast: 0.8 })).ok).toBe(true)
  expect(await set(0.6, null)).toMatchObject({ ok: false, reason: "changed_meanwhile" })
  await inWorkspace(caller, (tx) => removeStandard(tx, caller, { id: first.value.id }))
  expect((await set(0.6, null)).ok).toBe(true)
})

test("sources tell how much, how lately and of what, as a naive count finds it", async () => {
  const { caller, workspaceId } = await book()
  await measureWorkspace(caller, { today, beat })
  const [source] = await inWorkspace(caller, (tx) => dataSources(tx, caller, { today }))
  expect(source).toMatchObject({
    key: "test",
    completeTo: today,
    readings: 4,
    readingsToday: 1,
    measureKeys: ["usage"],
    readingDays: [addDays(today, -40), today],
    noted: { [today]: today },
  })
  await owner`delete from signal where workspace_id = ${workspaceId} and day = ${today}`
  await measureWorkspace(caller, { today, beat })
  const [after] = await inWorkspace(caller, (tx) => dataSources(tx, caller, { today }))
  expect(after).toMatchObject({ readings: 3, readingsToday: 0, completeTo: addDays(today, -40) })
  expect(await inWorkspace(caller, (tx) => measureSources(tx, caller, { today }))).toEqual([
    { key: "usage", label: "Usage", sources: [{ key: "test", name: "Test" }] },
  ])
})

test("a source is given a promise and an owner of its own workspace alone", async () => {
  const [here, there] = [await book(), await testWorkspace()]
  const person = async (workspaceId: string) => {
    const id = newId()
    await owner`insert into person (workspace_id, id, external_id, name, position, job_function)
      values (${workspaceId}, ${id}, 'p', 'Pia', 'Analyst', 'cs')`
    return id
  }
  const [ours, theirs] = [await person(here.workspaceId), await person(there.workspaceId)]
  const set = (by: Caller, ownerId: string | null, source = "test") =>
    inWorkspace(by, (tx) => setSourceTerms(tx, by, { source, promiseHours: 48, ownerId }))
  expect(await set(here.caller, ours)).toMatchObject({ ok: true })
  await expect(set(here.caller, theirs)).rejects.toMatchObject({ code: "not_found" })
  await expect(set(there.caller, null)).rejects.toMatchObject({ code: "not_found" })
  await expect(set(here.as("team_lead"), null)).rejects.toMatchObject({ code: "forbidden" })
  const [source] = await inWorkspace(here.caller, (tx) => dataSources(tx, here.caller, { today }))
  expect(source).toMatchObject({ promiseHours: 48, ownerId: ours, ownerName: "Pia" })
})

test("what the API tells of sources and standards fits its contracts, with history and with none", async () => {
  const { caller } = await book()
  const clock = { today, timeZone: "UTC" }
  for (const isMeasured of [false, true]) {
    if (isMeasured) await measureWorkspace(caller, { today, beat })
    const { sources, standards } = await inWorkspace(caller, async (tx) => ({
      sources: await sourcesOverview(tx, caller, clock),
      standards: await standardsOverview(tx, caller, clock),
    }))
    const answer = trustAnswer(trustQuestion({ sources, standards }))
    const told = { answer, as_of: caller.now.toISOString() }
    listOfSources.answer.parse({ ...told, sources: sources.map(sourceAnswerOf) })
    const { standards: said } = qualityOfData.answer.parse({
      ...told,
      standards: standards.map(standardAnswerOf),
    })
    expect(said).toHaveLength(isMeasured ? standards.length : 0)
  }
})
