import { expect, test } from "vitest"
import { addDays } from "#lib/format/calendar-day.ts"
import { inWorkspace } from "../in-workspace.ts"
import { testDatabase, testWorkspace } from "../testing/workspace.ts"
import { sourcesOverview } from "./quality-overview.ts"
import { sourceStandings } from "./source-standings.ts"

const { owner } = testDatabase()
const today = "2026-11-16"
const asked = { today, timeZone: "Europe/Berlin" }

type Kind = {
  completeTo?: string
  lastError?: string
  promiseHours?: number
  /** Days before today that it told of. */
  ago?: readonly number[]
}

const kinds: Readonly<Record<string, Kind>> = {
  silent: {},
  failing: { lastError: "No answer", ago: [0, 1] },
  promised: { promiseHours: 24, ago: [0, 1] },
  late: { promiseHours: 24, ago: [9, 10] },
  ahead: { promiseHours: 24, ago: [-3, 5] },
  says: { promiseHours: 48, completeTo: addDays(today, -6), ago: [0] },
  weekly: { ago: [2, 9, 16, 23, 30, 37] },
  slowing: { ago: [20, 27, 34, 41, 48, 55] },
  rare: { ago: [40, 300] },
}

test("the bar says of every source what the data page says of it", async () => {
  const { workspaceId, caller } = await testWorkspace()
  const [measure] = await owner<{ id: number }[]>`
    insert into measure (workspace_id, key, label, kind) values (${workspaceId}, 'usage', 'Usage', 'number') returning id`
  for (const [name, { completeTo, lastError, promiseHours, ago = [] }] of Object.entries(kinds)) {
    const [source] = await owner<{ id: number }[]>`
      insert into source (workspace_id, key, name, kind, complete_to, last_error, promise_hours)
      values (${workspaceId}, ${name}, ${name}, 'file', ${completeTo ?? null}, ${lastError ?? null}, ${promiseHours ?? null})
      returning id`
    for (const days of ago)
      await owner`insert into signal_tally (workspace_id, source_id, measure_id, day, readings)
        values (${workspaceId}, ${source!.id}, ${measure!.id}, ${addDays(today, -days)}, 3)`
  }
  const standings = await inWorkspace(caller, (tx) => sourceStandings(tx, caller, asked))
  const page = await inWorkspace(caller, (tx) => sourcesOverview(tx, caller, asked))
  const byName = Object.fromEntries(standings.map(({ name, standing }) => [name, standing]))
  expect(byName).toEqual(Object.fromEntries(page.map(({ name, standing }) => [name, standing])))
  expect(new Set(standings.map(({ standing }) => standing.state)).size).toBe(5)
  const other = await testWorkspace()
  expect(await inWorkspace(other.caller, (tx) => sourceStandings(tx, other.caller, asked))).toEqual([])
})
