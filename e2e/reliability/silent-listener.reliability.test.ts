import { setTimeout as sleep } from "node:timers/promises"
import { afterAll, beforeAll, expect, test } from "vitest"
import { demoPeople } from "#db/seed/demo-people.ts"
import { Listener } from "#lib/server/stream/listener.ts"
import { EventReader } from "./kit/event-reader.ts"
import { eventually } from "./kit/eventually.ts"
import { demoPassword, type OwnDatabase, ownDatabase } from "./kit/own-database.ts"
import { requireSignIn } from "./kit/sign-in.ts"
import { type SwallowingProxy, swallowingProxy } from "./kit/swallowing-proxy.ts"
import { beginning, eventIds, terminateConnections, workspaceIdOf } from "./kit/tables.ts"
import { startWeb, type WebProcess } from "./kit/web-process.ts"
import { openWriterPool, tellFacts, writerOf } from "./kit/writer.ts"

const withinMs = 20_000

let database: OwnDatabase
let proxy: SwallowingProxy
let web: WebProcess
let reader: EventReader
let workspaceId: string

beforeAll(async () => {
  database = await ownDatabase()
  const { supervisor, cluster } = database
  proxy = await swallowingProxy(cluster.appUrl)
  web = await startWeb({ appUrl: proxy.url })
  workspaceId = await workspaceIdOf(supervisor, "demo")
  openWriterPool(cluster.appUrl, 2)
  const cookie = await requireSignIn(web.origin, { email: demoPeople[0].email, password: demoPassword })
  const after = await beginning(supervisor)
  reader = new EventReader({ origin: web.origin, cookie, after, pauseMs: () => 100 })
  await eventually("the stream is open", { withinMs: 10_000 }, () => reader.isOpen)
  await tell()
})

afterAll(async () => {
  reader?.stop()
  await web?.end()
  await proxy?.stop()
  await database?.stop()
})

/** The database's own clock, for telling new connections from old ones. */
async function databaseNow(): Promise<string> {
  const [row] = await database.supervisor<{ now: string }[]>`select clock_timestamp()::text as now`
  return row?.now ?? ""
}

/** Milliseconds until there is a connection, younger than the instant, that listens. */
async function listensAgain(since: string): Promise<number> {
  const begun = performance.now()
  await eventually("a new connection listens", { withinMs }, async () => {
    const rows = await database.supervisor`
      select 1 from pg_stat_activity where application_name = 'csops-listen' and query ilike 'listen%'
        and backend_start > ${since}::timestamptz`
    return rows.length
  })
  return performance.now() - begun
}

/** Tells a fact and waits until the reader has all there are. */
async function tell(): Promise<number> {
  await tellFacts(writerOf(workspaceId), {})
  const begun = performance.now()
  const wanted = await eventIds(database.supervisor, workspaceId)
  await eventually("the reader has all events", { withinMs }, () => reader.ids.length >= wanted.length)
  expect(reader.ids).toEqual(wanted)
  return performance.now() - begun
}

test("a listening connection that was killed is replaced, and what was told meanwhile arrives", async () => {
  const since = await databaseNow()
  const { idle, busy } = await terminateConnections(database.supervisor, "csops-listen")
  expect(idle + busy).toBeGreaterThan(0)
  await tell()
  await listensAgain(since)
  expect(await tell()).toBeLessThan(1_000)
  expect(reader.opened).toBe(1)
})

test("a half-open listening connection is noticed and replaced while the stream goes on", async () => {
  expect(proxy.swallow("csops-listen")).toBeGreaterThan(0)
  const since = await databaseNow()
  await tell()
  const noticedMs = await listensAgain(since)
  console.log(`half-open connection replaced after ${(noticedMs / 1000).toFixed(1)} s`)
  expect(noticedMs).toBeGreaterThan(1_000)
  expect(proxy.swallowedBytes()).toBeGreaterThan(0)
  await sleep(500)
  expect(await tell()).toBeLessThan(1_000)
  expect(reader.opened).toBe(1)
})

test("the listener alone, without the safety poll of the streams, tells of the gap after a half-open connection", async () => {
  const heard: string[] = []
  let gaps = 0
  const listener = new Listener({
    url: proxy.url,
    channels: { csops_check: (payload) => heard.push(payload) },
    onGap: () => {
      gaps += 1
    },
  })
  const say = (payload: string) => database.supervisor.notify("csops_check", payload)
  listener.start()
  try {
    await eventually("it listens", { withinMs }, () => gaps >= 1)
    await say("before")
    await eventually("a notice arrives", { withinMs }, () => heard.includes("before"))
    expect(proxy.swallow("csops-listen")).toBeGreaterThan(0)
    await say("meanwhile")
    await eventually("the gap is told", { withinMs }, () => gaps >= 2)
    await say("after")
    await eventually("notices arrive again", { withinMs }, () => heard.includes("after"))
    expect(heard).toEqual(["before", "after"])
  } finally {
    await listener.stop()
  }
})
