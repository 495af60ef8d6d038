import postgres, { type Sql } from "postgres"
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest"
import type { WorldPlan } from "#lib/demo/plan.ts"
import { ensureDemo } from "./ensure-demo.ts"
import { ensureWorkspaces } from "./ensure-workspaces.ts"

// A fill is seconds of work on a quiet machine, many more beside other suites.
vi.setConfig({ testTimeout: 120_000 })
process.env.CSOPS_MASTER_KEY = Buffer.alloc(32, 7).toString("base64")

const urls = { ownerUrl: inject("ownerUrl"), appUrl: inject("appUrl") }
const now = new Date("2026-11-20T08:00:00Z")
const fill = (at: Date, signal?: AbortSignal) =>
  ensureDemo({ ...urls, now: at, size: "small", log: () => {}, ...(signal ? { signal } : {}) })

let owner: Sql
let workspaceId: string
beforeAll(async () => {
  owner = postgres(urls.ownerUrl, { max: 1, onnotice: () => {} })
  await ensureWorkspaces({ ownerUrl: urls.ownerUrl, demoPassword: "demo password" })
  const [demo] = await owner<{ id: string }[]>`select id from workspace where slug = 'demo'`
  workspaceId = demo!.id
})
afterAll(() => owner.end({ timeout: 5 }))

/** Everything but what is random on purpose: ids, keys, sealed bytes and clocks. */
async function counts(): Promise<Record<string, number>> {
  const tables = [
    ...[
      "team",
      "person",
      "skill",
      "person_skill",
      "cost_rate",
      "account",
      "contract",
      "entitlement",
      "product",
    ],
    ...["arr_movement", "contact", "subject_key", "touchpoint", "measure", "source", "signal"],
    ...["health_model", "health_score", "account_health", "success_profile", "note", "access_request"],
  ]
  const found: Record<string, number> = {}
  for (const table of tables) {
    const [row] = await owner<{ count: number }[]>`
      select count(*)::int as count from ${owner(table)} where workspace_id = ${workspaceId}`
    found[table] = row?.count ?? 0
  }
  return found
}

/** Signals a stop after some transactions, as a stopping launcher does. */
function stopAfter(steps: number): AbortSignal {
  let left = steps
  const controller = new AbortController()
  const { signal } = controller
  signal.throwIfAborted = () => {
    left -= 1
    if (left < 0) throw new Error("stopped")
  }
  return signal
}

test.each([20, 62])("a fill that stops after %i steps is not told to the end", async (steps) => {
  await expect(fill(now, stopAfter(steps))).rejects.toThrow("stopped")
  const [row] = await owner<{ day: string; told: string | null }[]>`
    select anchor_day::text as day, told_to::text as told from demo_world where workspace_id = ${workspaceId}`
  expect(row).toEqual({ day: "2026-11-20", told: null })
})

test("a later start on another day completes it up to then, as of the first anchor", async () => {
  expect(await fill(new Date("2026-11-22T08:00:00Z"))).toBe("filled")
  const found = await counts()
  expect(found).toMatchObject({ person: 42, measure: 10, health_model: 2, success_profile: 5 })
  expect(found.account).toBeGreaterThanOrEqual(64)
  expect(found.contact).toBe(found.subject_key)
  const [world] = await owner<{ anchor: string }[]>`
    select anchor_day::text as anchor from demo_world where workspace_id = ${workspaceId}`
  expect(world?.anchor).toBe("2026-11-20")
  const [span] = await owner<{ last: string; first: string }[]>`
    select min(day)::text as first, max(day)::text as last from signal where workspace_id = ${workspaceId}`
  expect(span).toEqual({ first: "2026-05-29", last: "2026-11-22" })
})

test("the newest scores know their history", async () => {
  const rows = await owner<{ trend: string; band: string; change: number | null }[]>`
    select h.trend, h.band::text, (h.value - h.week_ago_value)::int as change from account_health h
    where h.workspace_id = ${workspaceId} and h.day = '2026-11-22'`
  expect(rows.length).toBeGreaterThanOrEqual(64)
  expect(rows.filter(({ trend }) => trend !== "too-little-data").length).toBeGreaterThan(40)
  expect(rows.filter(({ change }) => change !== null).length).toBeGreaterThan(40)
})

test("sign-ins are people of the staff", async () => {
  const rows = await owner<{ login: string; person: string }[]>`
    select l.name as login, p.name as person from membership m join login l on l.id = m.login_id
      join person p on p.workspace_id = m.workspace_id and p.id = m.person_id
    where m.workspace_id = ${workspaceId}`
  expect(rows).toHaveLength(9)
  expect(rows.every(({ login, person }) => login === person)).toBe(true)
})

test("a viewer has asked for access, once", async () => {
  const rows = await owner<{ name: string; permission: string }[]>`
    select l.name, r.permission from access_request r join login l on l.id = r.login_id
    where r.workspace_id = ${workspaceId}`
  expect(rows).toEqual([{ name: "Vera Ruiz", permission: "import.write" }])
})

test("owners wrote down what they saw before talks, and every segment has its profile", async () => {
  const [notes] = await owner<{ notes: number; authors: number }[]>`
    select count(*)::int as notes, count(distinct n.author_name)::int as authors
    from note n join person p on p.workspace_id = n.workspace_id and p.name = n.author_name
    where n.workspace_id = ${workspaceId}`
  expect(notes?.notes).toBeGreaterThan(20)
  expect(notes?.authors).toBeGreaterThan(5)
  const segments = await owner<{ segment: string | null }[]>`
    select distinct segment::text from success_profile where workspace_id = ${workspaceId} order by 1`
  expect(segments.map(({ segment }) => segment)).toEqual(["Enterprise", "Mid-Market", "SMB", null])
})

test("once filled, a start returns at once and changes nothing", async () => {
  const [before] = await owner<{ events: number }[]>`
    select count(*)::int as events from event where workspace_id = ${workspaceId}`
  const told: string[] = []
  const onTold = async ({ plan, toldTo }: { plan: WorldPlan; toldTo: Date }) => {
    told.push(`${plan.anchorDay}, ${toldTo.toISOString()}`)
  }
  const start = { ...urls, now: new Date("2027-03-01T08:00:00Z"), size: "small" as const, log: () => {} }
  expect(await ensureDemo({ ...start, onTold })).toBe("there")
  expect(told).toEqual(["2026-11-20, 2026-11-22T08:00:00.000Z"])
  const [after] = await owner<{ events: number }[]>`
    select count(*)::int as events from event where workspace_id = ${workspaceId}`
  expect(after).toEqual(before)
})

test("told again from the beginning it changes no row", async () => {
  const [before, stored] = [await counts(), await newest()]
  await owner`update demo_world set told_to = null where workspace_id = ${workspaceId}`
  expect(await fill(new Date("2026-11-22T08:00:00Z"))).toBe("filled")
  expect(await counts()).toEqual(before)
  expect(await newest()).toEqual(stored)
})

const newest = () => owner`
  select h.*, a.version from account_health h join account a on a.workspace_id = h.workspace_id and a.id = h.account_id
  where h.workspace_id = ${workspaceId} order by a.external_id`
