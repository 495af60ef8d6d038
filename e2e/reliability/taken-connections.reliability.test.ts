import { setTimeout as sleep } from "node:timers/promises"
import postgres, { type Sql } from "postgres"
import { afterAll, beforeAll, expect, test } from "vitest"
import { demoPeople } from "#db/seed/demo-people.ts"
import { EventReader } from "./kit/event-reader.ts"
import { eventually } from "./kit/eventually.ts"
import { demoPassword, type OwnDatabase, ownDatabase } from "./kit/own-database.ts"
import { requireSignIn, signInOver } from "./kit/sign-in.ts"
import { sized } from "./kit/sized.ts"
import { beginning, eventIds, workspaceIdOf } from "./kit/tables.ts"
import { startWeb, type WebProcess } from "./kit/web-process.ts"
import { openWriterPool, tellFacts, writerOf } from "./kit/writer.ts"

const maxConnections = 40
const streams = sized(300)
const streamsPerSession = 15
const pool = 10

let database: OwnDatabase
let web: WebProcess

beforeAll(async () => {
  database = await ownDatabase({ max_connections: String(maxConnections) })
  web = await startWeb({ appUrl: database.cluster.appUrl })
})

afterAll(async () => {
  await web?.end()
  await database?.stop()
})

async function timed(
  path: string,
  cookie: string,
): Promise<{ status: number; ms: number; retryAfter: number }> {
  const begun = performance.now()
  const answer = await fetch(`${web.origin}${path}`, { headers: { cookie } })
  await answer.body?.cancel()
  const retryAfter = Number(answer.headers.get("retry-after"))
  return { status: answer.status, ms: performance.now() - begun, retryAfter }
}

/** Connections of others until no more are given to ordinary roles; three stay reserved for the superuser. */
async function takeAllConnections(): Promise<Sql[]> {
  const held: Sql[] = []
  for (;;) {
    const one = postgres(database.cluster.appUrl, {
      max: 1,
      connection: { application_name: "csops-check-hog" },
    })
    const refusal = await one`select 1`.then(
      () => null,
      (error: { code?: string }) => error.code ?? "unknown",
    )
    if (refusal) {
      await one.end({ timeout: 1 })
      expect(refusal).toBe("53300")
      return held
    }
    held.push(one)
  }
}

test("with all connections taken by others every door answers 503 within 5 s, and heals by itself", async () => {
  const cookie = await requireSignIn(web.origin, { email: demoPeople[0].email, password: demoPassword })
  await database.supervisor`
    select pg_terminate_backend(pid) from pg_stat_activity where application_name in ('csops', 'csops-listen')`
  const held = await takeAllConnections()
  try {
    expect(held.length).toBeGreaterThanOrEqual(maxConnections - 3 - 4 - pool)
    await database.supervisor`
      select pg_terminate_backend(pid) from pg_stat_activity where application_name in ('csops', 'csops-listen')`
    held.push(...(await takeAllConnections()))
    const paths = ["/api/stream", "/api/health/ready", "/accounts", "/sign-in"]
    const asked = Array.from({ length: 30 }, (_, turn) => timed(paths[turn % paths.length] ?? "", cookie))
    const answers = await Promise.all(asked)
    const slowestMs = Math.max(...answers.map(({ ms }) => ms))
    console.log(`${held.length} connections held; 503 after at most ${Math.round(slowestMs)} ms`)
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 503))
    expect(answers.every(({ retryAfter }) => retryAfter > 0)).toBe(true)
    expect(slowestMs).toBeLessThan(5_000)
    const begun = performance.now()
    const refused = await signInOver(web.origin, { email: demoPeople[1].email, password: demoPassword })
    expect(refused.error).toBe("Unavailable")
    expect(performance.now() - begun).toBeLessThan(5_000)
    expect((await timed("/api/health/live", cookie)).status).toBe(200)
  } finally {
    await Promise.all(held.map((one) => one.end({ timeout: 1 })))
  }
  await eventually("the service is back", { withinMs: 10_000 }, async () => {
    return (await timed("/api/stream", cookie)).status === 200
  })
})

test(`${streams} streams share one listener and one read, and leave the pool to others`, async () => {
  const { supervisor, cluster } = database
  const workspaceId = await workspaceIdOf(supervisor, "demo")
  const cookies: string[] = []
  for (let opened = 0; opened < Math.ceil(streams / streamsPerSession); opened += 1) {
    const { email } = demoPeople[opened % demoPeople.length] ?? demoPeople[0]
    cookies.push(await requireSignIn(web.origin, { email, password: demoPassword }))
  }
  const after = await beginning(supervisor)
  const readers = Array.from({ length: streams }, (_, index) => {
    const cookie = cookies[Math.floor(index / streamsPerSession)] ?? ""
    return new EventReader({ origin: web.origin, cookie, after, pauseMs: () => 200 })
  })
  const writer = openWriterPool(cluster.appUrl, 2)
  let most = 0
  let isWatching = true
  const watching = (async () => {
    while (isWatching) {
      const [row] = await supervisor<{ count: number }[]>`
        select count(*)::int as count from pg_stat_activity where application_name in ('csops', 'csops-listen')`
      most = Math.max(most, row?.count ?? 0)
      await sleep(20)
    }
  })()
  try {
    await eventually("all streams are open", { withinMs: 60_000 }, () =>
      readers.every(({ isOpen }) => isOpen),
    )
    const before = (await eventIds(supervisor, workspaceId)).length
    for (let turn = 0; turn < 20; turn += 1) {
      await tellFacts(writerOf(workspaceId), {})
      const { status, ms } = await timed("/api/health/ready", cookies[0] ?? "")
      expect(status).toBe(200)
      expect(ms).toBeLessThan(5_000)
    }
    const wanted = (await eventIds(supervisor, workspaceId)).slice(before)
    await eventually("every stream was told", { withinMs: 20_000 }, () =>
      readers.every(({ ids }) => ids.length >= wanted.length),
    )
    for (const { ids } of readers) expect(ids.slice(-wanted.length)).toEqual(wanted)
  } finally {
    isWatching = false
    await watching
    for (const reader of readers) reader.stop()
    await writer.close()
  }
  console.log(`${streams} streams, at most ${most} database connections of the web process`)
  expect(most).toBeGreaterThan(2)
  expect(most).toBeLessThanOrEqual(pool + 2)
})
