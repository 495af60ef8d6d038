import { expect, test, vi } from "vitest"
import { type WorldPlan, worldSizes } from "#lib/demo/plan.ts"
import { inWorkspace } from "../in-workspace.ts"
import { testDatabase, testWorkspace } from "../testing/workspace.ts"
import { fillDemo } from "./fill-demo.ts"
import { LiveWorld } from "./live-world.ts"
import { ensureModels, scoreDay } from "./score-days.ts"
import { settleWorld } from "./told-world.ts"
import { worldCaller } from "./write-facts.ts"

vi.setConfig({ testTimeout: 180_000 })
process.env.CSOPS_MASTER_KEY = Buffer.alloc(32, 7).toString("base64")

const { owner } = testDatabase()
const seed = 3
const anchorDay = "2026-11-16"
const plan: WorldPlan = { seed, anchorDay, ...worldSizes.small }
const begin = new Date("2026-11-16T09:20:00Z")
const end = new Date("2026-11-20T15:07:00Z")

async function filled() {
  const { workspaceId, caller } = await testWorkspace(begin)
  await inWorkspace(caller, (tx) => settleWorld(tx, caller, { seed, anchorDay, size: "small" }))
  await fillDemo({ workspaceId, plan, now: begin })
  return { workspaceId, world: new LiveWorld(workspaceId) }
}

const goOn = () => {}

/** Everything that the world tells, by names that are the same in every workspace. */
async function told(workspaceId: string): Promise<Record<string, unknown>> {
  const account = "join account a on a.workspace_id = t.workspace_id and a.id = t.account_id"
  const queries = {
    signal: `select a.external_id, m.key, s.key as source, t.day::text, t.value from signal t ${account}
      join measure m on m.workspace_id = t.workspace_id and m.id = t.measure_id
      join source s on s.workspace_id = t.workspace_id and s.id = t.source_id`,
    touchpoint: `select t.external_id, t.type, t.happened_at::text, t.note, t.next_planned_on::text from touchpoint t ${account}`,
    arr_movement: `select a.external_id, t.kind, t.effective_on::text, t.amount_cents from arr_movement t ${account}`,
    contract: `select t.external_id, t.starts_on::text, t.ends_on::text, t.auto_renews from contract t ${account}`,
    contact: `select t.external_id, t.role, t.strength, t.last_contact_on::text, t.left_on::text from contact t ${account}`,
    account: `select t.external_id, t.name, t.lifecycle_stage, p.name as owner from account t
      join person p on p.workspace_id = t.workspace_id and p.id = t.owner_id`,
    health_score: `select a.external_id, t.day::text, t.value, t.band::text from health_score t ${account}`,
    account_health: `select a.external_id, t.day::text, t.value, t.band::text, t.trend, t.week_ago_value
      from account_health t ${account}`,
    note: `select a.external_id, t.text, t.author_name, t.written_at::text from note t ${account}`,
    source: `select t.key, t.complete_to::text, t.last_error from source t`,
    entitlement: `select t.quantity, t.paid_price_cents from entitlement t`,
  }
  const found: Record<string, unknown> = {}
  for (const [table, query] of Object.entries(queries)) {
    const rows = await owner.unsafe(`select coalesce(json_agg(r), '[]') as rows from (
      select row_to_json(q)::text as r from (${query} where t.workspace_id = '${workspaceId}') q order by 1) x`)
    found[table] = rows[0]?.rows
  }
  return found
}

test("a world that is caught up after a week, killed on the way, equals one that was told all the time", async () => {
  const [watched, caughtUp] = [await filled(), await filled()]
  const before = await told(watched.workspaceId)
  expect(await told(caughtUp.workspaceId)).toEqual(before)
  for (let at = begin.getTime(); at < end.getTime(); at += 389 * 60_000)
    await watched.world.continueTo(new Date(at), goOn)
  await watched.world.continueTo(end, goOn)

  // A worker that starts scores every account for the day that it is, before it writes what was missed.
  const late = worldCaller(caughtUp.workspaceId, end)
  await scoreDay(late, { models: await ensureModels(late), day: "2026-11-20", goOn })
  let left = 24
  const dying = () => {
    left -= 1
    if (left < 0) throw new Error("killed")
  }
  await expect(caughtUp.world.continueTo(end, dying)).rejects.toThrow("killed")
  const week = await new LiveWorld(caughtUp.workspaceId).continueTo(end, goOn)
  expect(week.days).toBeGreaterThan(0)

  const [seen, after] = [await told(watched.workspaceId), await told(caughtUp.workspaceId)]
  for (const table of Object.keys(seen)) expect([table, after[table]]).toEqual([table, seen[table]])
  expect(after).not.toEqual(before)
  const nothing = { readings: 0, talks: 0, days: 0 }
  expect(await watched.world.continueTo(end, goOn)).toEqual(nothing)
  expect(await new LiveWorld(watched.workspaceId).continueTo(begin, goOn)).toEqual(nothing)
})
