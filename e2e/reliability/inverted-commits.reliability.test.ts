import { setTimeout as sleep } from "node:timers/promises"
import { afterAll, beforeAll, expect, test } from "vitest"
import { demoPeople } from "#db/seed/demo-people.ts"
import { EventReader } from "./kit/event-reader.ts"
import { eventually } from "./kit/eventually.ts"
import { demoPassword, type OwnDatabase, ownDatabase } from "./kit/own-database.ts"
import { seededRandom } from "./kit/seeded-random.ts"
import { requireSignIn } from "./kit/sign-in.ts"
import { sized } from "./kit/sized.ts"
import { beginning, eventIds, terminateConnections, workspaceIdOf } from "./kit/tables.ts"
import { startWeb, type WebProcess } from "./kit/web-process.ts"
import { openWriterPool, tellFacts, writerOf } from "./kit/writer.ts"

const writers = 10
const events = sized(50_000)
const readers = sized(40, 6)
const wantedCuts = sized(1_000)
const serverKills = sized(20)
const listenerKills = sized(40)

let database: OwnDatabase
let web: WebProcess

beforeAll(async () => {
  database = await ownDatabase({ track_commit_timestamp: "on" })
  web = await startWeb({ appUrl: database.cluster.appUrl })
})

afterAll(async () => {
  await web?.end()
  await database?.stop()
})

test("clients that are cut at random are told every event once and in order, whatever the commit order", async () => {
  const { supervisor, cluster } = database
  const random = seededRandom("inverted commits")
  const workspaceId = await workspaceIdOf(supervisor, "demo")
  const cookie = await requireSignIn(web.origin, { email: demoPeople[0].email, password: demoPassword })
  const { origin, port } = web
  const after = await beginning(supervisor)
  const clients = Array.from(
    { length: readers },
    () => new EventReader({ origin, cookie, after, pauseMs: () => 50 + random() * 300 }),
  )
  const pool = openWriterPool(cluster.appUrl, writers)
  let cuts = 0
  let restarts = 0
  let silenced = 0
  let isWriting = true

  async function write(quota: number): Promise<void> {
    const caller = writerOf(workspaceId)
    for (let told = 0; told < quota; ) {
      const count = Math.min(quota - told, 1 + Math.floor(random() * 4))
      const heldMs = random() < 0.1 ? 300 * random() : 40 * random()
      await tellFacts(caller, { count, hold: () => sleep(heldMs) })
      told += count
    }
  }

  async function cutAtRandom(): Promise<void> {
    while (isWriting || cuts < wantedCuts) {
      await sleep(20 + random() * 60)
      const client = clients[Math.floor(random() * clients.length)]
      if (client?.cut()) cuts += 1
    }
  }

  async function killServers(): Promise<void> {
    while (restarts < serverKills) {
      await sleep(1_500 + random() * 1_000)
      web.kill("SIGKILL")
      await web.exited
      web = await startWeb({ appUrl: cluster.appUrl, port })
      restarts += 1
    }
  }

  async function silenceListeners(): Promise<void> {
    while (silenced < listenerKills) {
      await sleep(400 + random() * 800)
      const { idle, busy } = await terminateConnections(supervisor, "csops-listen")
      silenced += idle + busy
    }
  }

  const faults = [cutAtRandom(), killServers(), silenceListeners()]
  await Promise.all(Array.from({ length: writers }, () => write(Math.ceil(events / writers))))
  isWriting = false
  await Promise.all(faults)
  const wanted = await eventIds(supervisor, workspaceId)
  await eventually("every client has as many events as the table", { withinMs: 30_000 }, () =>
    clients.every(({ ids }) => ids.length >= wanted.length),
  ).catch(() => undefined)
  await sleep(500)
  for (const client of clients) client.stop()
  await pool.close()

  const inverted = await invertedCommits(workspaceId)
  console.log(
    `${wanted.length} events, ${inverted} inverted commits, ${readers} clients, ${cuts} cuts, ` +
      `${restarts} server kills, ${silenced} listener kills`,
  )
  expect(wanted.length).toBeGreaterThanOrEqual(events)
  expect(inverted).toBeGreaterThan(events / 50)
  expect(cuts).toBeGreaterThanOrEqual(wantedCuts)
  expect(restarts).toBe(serverKills)
  expect(silenced).toBeGreaterThanOrEqual(listenerKills)
  for (const { ids, resets, statuses } of clients) {
    expect(resets).toBe(0)
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([])
    const told = new Set(ids)
    expect(wanted.filter((id) => !told.has(id))).toEqual([])
    expect(ids).toEqual(wanted)
  }
})

/** Transactions that began to write later than another one and yet committed earlier. */
async function invertedCommits(workspaceId: string): Promise<number> {
  const [row] = await database.supervisor<{ count: number }[]>`
    with told as (
      select xid, pg_xact_commit_timestamp(xid::text::xid) as committed from event
      where workspace_id = ${workspaceId} group by xid),
    neighbours as (select committed, lag(committed) over (order by xid) as before from told)
    select count(*)::int as count from neighbours where committed < before`
  return row?.count ?? 0
}
