import { randomUUID } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import postgres from "postgres"
import { afterAll, beforeAll, expect, test } from "vitest"
import { root } from "#bin/launcher/installation.ts"
import { statusOf } from "#bin/launcher/wait-until-ready.ts"
import { databaseName } from "#bin/postgres/roles.ts"
import { demoPeople } from "#db/seed/demo-people.ts"
import { modelOf } from "#lib/health/testing/model-of.ts"
import { eventually } from "./kit/eventually.ts"
import { demoPassword, type OwnDatabase, ownDatabase } from "./kit/own-database.ts"
import { requireSignIn } from "./kit/sign-in.ts"
import { workspaceIdOf } from "./kit/tables.ts"
import { spawnWeb, startWeb } from "./kit/web-process.ts"

const frozen = "2024-02-29T12:00:00.000Z"
const frozenDay = frozen.slice(0, 10)

let database: OwnDatabase
beforeAll(async () => {
  database = await ownDatabase()
})
afterAll(() => database?.stop())

/** The product's database as a role that the app must not be. */
function urlOf(role: "superUrl" | "ownerUrl"): string {
  const url = new URL(database.cluster[role])
  url.pathname = new URL(database.cluster.appUrl).pathname
  return url.href
}

test.each([
  ["a superuser", "superUrl"],
  ["the owner of the tables", "ownerUrl"],
] as const)(
  "connected as %s the web process says why it will not start, and ends with 78",
  async (_, role) => {
    const web = await spawnWeb({ appUrl: urlOf(role) })
    try {
      const status = await Promise.race([
        web.exited,
        eventually("it refuses to start", { withinMs: 30_000 }, () => null),
      ])
      expect(status).toBe(78)
      expect(web.output()).toContain("DATABASE_URL connects as a superuser or as the owner of the tables")
      expect(web.output()).toContain("DATABASE_OWNER_URL")
      expect(web.output()).not.toContain(new URL(urlOf(role)).password)
    } finally {
      await web.end()
    }
  },
)

test("a superuser is refused also when the database answers only after the start", async () => {
  const elsewhere = postgres(database.cluster.superUrl, { max: 1, onnotice: () => {} })
  const allow = (isAllowed: boolean) =>
    elsewhere.unsafe(`alter database ${databaseName} allow_connections ${isAllowed}`)
  await allow(false)
  const web = await spawnWeb({ appUrl: urlOf("superUrl") })
  try {
    await eventually("it runs without a database", { withinMs: 30_000 }, async () => {
      return (await statusOf(`${web.origin}/api/health/live`)) === 200
    })
    expect(await statusOf(`${web.origin}/api/health/ready`)).toBe(503)
    await allow(true)
    await eventually("it ends", { withinMs: 15_000 }, () => !web.isAlive())
    expect(await web.exited).toBe(78)
  } finally {
    await allow(true)
    await elsewhere.end({ timeout: 1 })
    await web.end()
  }
})

test("CSOPS_NOW freezes business time, and sessions keep real time", async () => {
  const { supervisor, cluster } = database
  const web = await startWeb({ appUrl: cluster.appUrl, environment: { CSOPS_NOW: frozen } })
  try {
    const workspaceId = await workspaceIdOf(supervisor, "demo")
    const cookie = await requireSignIn(web.origin, { email: demoPeople[0].email, password: demoPassword })
    const [session] = await supervisor`
      select abs(extract(epoch from now() - created_at)) < 60 as "isNew",
        abs(extract(epoch from now() + interval '14 days' - expires_at)) < 60 as "lastsTwoWeeks" from session`
    expect(session).toEqual({ isNew: true, lastsTwoWeeks: true })

    const accountId = await scoredAccount(workspaceId)
    const answer = await fetch(`${web.origin}/accounts/frozen`, {
      method: "POST",
      headers: { cookie, origin: web.origin, "next-action": judgementAction(), "content-type": "text/plain" },
      body: JSON.stringify([
        { accountId, score: 42, reason: "Judged on a leap day.", expiresOn: "2024-03-15" },
      ]),
    })
    expect(await answer.text()).toContain('"ok":true')
    const events = await supervisor`
      select business_at, abs(extract(epoch from now() - at)) < 60 as "isNew" from event
      where workspace_id = ${workspaceId} and type = 'health.override_set'`
    expect([...events]).toEqual([{ business_at: new Date(frozen), isNew: true }])
    const judgements =
      await supervisor`select set_at from health_override where workspace_id = ${workspaceId}`
    expect([...judgements]).toEqual([{ set_at: new Date(frozen) }])

    await supervisor`update session set expires_at = now() - interval '1 second'`
    const after = await fetch(`${web.origin}/accounts`, { headers: { cookie }, redirect: "manual" })
    expect(after.headers.get("location")).toContain("/sign-in")
  } finally {
    await web.end()
  }
})

/** The build's id of the form that takes a person's judgement. */
function judgementAction(): string {
  const path = join(root, ".next/server/server-reference-manifest.json")
  const { node } = JSON.parse(readFileSync(path, "utf8")) as {
    node: Record<string, { exportedName?: string }>
  }
  const [id] = Object.entries(node).find(([, { exportedName }]) => exportedName === "judgeHealth") ?? []
  if (!id) throw new Error("The build has no form for judgements.")
  return id
}

/** An account with a score of the frozen day; without measures, which this check does not need. */
async function scoredAccount(workspaceId: string): Promise<string> {
  const [id, modelId] = [randomUUID(), randomUUID()]
  const score = {
    modelId,
    modelVersion: 1,
    asOf: frozenDay,
    baseline: 50,
    bands: { redUpTo: 50, yellowUpTo: 75 },
    value: 60,
    exact: 60,
    band: "yellow",
    parts: [],
    vetoPart: null,
    coverage: 1,
    measuresUsed: 0,
    measuresTotal: 0,
    oldestDays: null,
    freshestOn: null,
    disagreements: [],
    vetoes: [],
  }
  await database.supervisor`
    insert into account (workspace_id, id, slug, external_id, name, name_key)
    values (${workspaceId}, ${id}, 'frozen', 'frozen', 'Frozen', 'frozen')`
  const model = modelOf({ usage: {} }, { id: modelId })
  await database.supervisor`
    insert into health_model (workspace_id, id, name, version, state, definition, explanation)
    values (${workspaceId}, ${modelId}, 'Frozen', 1, 'retired', ${database.supervisor.json(model)}, '{}')`
  await database.supervisor`select ensure_month_partitions(${frozenDay}::date, ${frozenDay}::date)`
  await database.supervisor`
    insert into health_score (workspace_id, account_id, day, model_id, value, exact, band, coverage, score, computed_at)
    values (${workspaceId}, ${id}, ${frozenDay}, ${modelId}, 60, 60, 'yellow', 1, ${database.supervisor.json(score)}, ${frozen})`
  return id
}
