import { readFileSync } from "node:fs"
import { connect, type Socket } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"
import { afterAll, beforeAll, expect, test } from "vitest"
import { demoPeople } from "#db/seed/demo-people.ts"
import { EventReader } from "./kit/event-reader.ts"
import { eventually } from "./kit/eventually.ts"
import { demoPassword, type OwnDatabase, ownDatabase } from "./kit/own-database.ts"
import { requireSignIn } from "./kit/sign-in.ts"
import { sized } from "./kit/sized.ts"
import { beginning, eventIds, workspaceIdOf } from "./kit/tables.ts"
import { startWeb, type WebProcess } from "./kit/web-process.ts"

const megabyte = 1_048_576
const streamsPerSession = 15
const slowStreams = sized(300, 30)
const bigEvents = sized(20_000, 1_000)
const bigEventBytes = 20_000
const eventsPerCommit = 20
const idleStreams = sized(1_000, 150)
/** What the server's collector may hold back beyond the same work without slow readers. */
const noiseBytes = 450 * megabyte

let database: OwnDatabase
let web: WebProcess
let workspaceId: string
let cookies: string[]

beforeAll(async () => {
  database = await ownDatabase()
  web = await startWeb({ appUrl: database.cluster.appUrl })
  workspaceId = await workspaceIdOf(database.supervisor, "demo")
  cookies = []
  const sessions = Math.ceil(Math.max(slowStreams, idleStreams) / streamsPerSession)
  for (let opened = 0; opened < sessions; opened += 1) {
    const { email } = demoPeople[1 + (opened % (demoPeople.length - 1))] ?? demoPeople[0]
    cookies.push(await requireSignIn(web.origin, { email, password: demoPassword }))
  }
})

afterAll(async () => {
  await web?.end()
  await database?.stop()
})

const cookieOf = (index: number) => cookies[Math.floor(index / streamsPerSession)] ?? ""

function residentBytes(): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${web.pid}/status`, "utf8"))
  return Number(line?.[1]) * 1_024
}

/** A browser that opens the stream and then never takes a byte off its socket. */
function openWithoutReading(index: number, after: string): Socket {
  const socket = connect({ port: web.port, host: "127.0.0.1" })
  socket.on("error", () => {})
  socket.pause()
  socket.write(
    `GET /api/stream?after=${after} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${cookieOf(index)}\r\n\r\n`,
  )
  return socket
}

/** Facts with a name of 20 kB, which no command writes: as large as an event could ever become. */
async function tellBigFacts(): Promise<void> {
  await database.supervisor.begin(async (tx) => {
    await tx`
      insert into event (workspace_id, id, business_at, type, actor_name, via, case_type, case_id, payload)
      select ${workspaceId}, gen_random_uuid(), now(), repeat('x', ${bigEventBytes}), 'Check', 'job', 'check', 'big', '{}'
      from generate_series(1, ${eventsPerCommit})`
    await tx`select pg_notify('csops_event', ${workspaceId})`
  })
}

test(`${idleStreams} idle streams cost little memory`, async () => {
  const after = await beginning(database.supervisor)
  const open = (count: number) =>
    Array.from({ length: count }, (_, index) => {
      const cookie = cookieOf(index)
      return new EventReader({ origin: web.origin, cookie, after, pauseMs: () => 500 })
    })
  const warm = open(streamsPerSession)
  await eventually("the first streams are open", { withinMs: 30_000 }, () =>
    warm.every(({ isOpen }) => isOpen),
  )
  for (const reader of warm) reader.stop()
  await sleep(500)
  const before = residentBytes()
  const readers = open(idleStreams)
  try {
    await eventually("all streams are open", { withinMs: 120_000 }, () =>
      readers.every(({ isOpen }) => isOpen),
    )
    await sleep(3_000)
    const grown = residentBytes() - before
    console.log(`${idleStreams} idle streams: ${(grown / megabyte).toFixed(0)} MB more`)
    expect(readers.every(({ isOpen, opened }) => isOpen && opened === 1)).toBe(true)
    expect(grown).toBeLessThan(Math.max(100, 0.3 * idleStreams) * megabyte)
  } finally {
    for (const reader of readers) reader.stop()
  }
})

test(`${slowStreams} readers that never read are let go, and the server's memory stays bounded`, async () => {
  const after = await beginning(database.supervisor)
  const known = new Set(await eventIds(database.supervisor, workspaceId))
  const cookie = cookieOf(slowStreams)
  const healthy = new EventReader({ origin: web.origin, cookie, after, pauseMs: () => 100 })
  await eventually("the healthy stream is open", { withinMs: 30_000 }, () => healthy.isOpen)
  const before = await peakWhileTelling()
  const slow = Array.from({ length: slowStreams }, (_, index) =>
    openWithoutReading(index, `${healthy.ids.at(-1)}`),
  )
  await sleep(1_000)
  const most = await peakWhileTelling()
  const wanted = (await eventIds(database.supervisor, workspaceId)).filter((id) => !known.has(id))
  await eventually(
    "the healthy reader has everything",
    { withinMs: 60_000 },
    () => healthy.ids.length >= wanted.length,
  )
  expect(healthy.ids).toEqual(wanted)
  healthy.stop()

  const received = await Promise.all(slow.map(bytesLeftFor))
  const offered = bigEvents * bigEventBytes
  console.log(
    `${slowStreams} slow readers were offered ${Math.round(offered / megabyte)} MB each and let go after ` +
      `${(Math.max(...received) / megabyte).toFixed(1)} MB at most; ${((most - before) / megabyte).toFixed(0)} MB more at the peak`,
  )
  // What the kernel keeps between the two sockets comes on top of the megabyte of ours.
  expect(Math.max(...received)).toBeLessThan(offered / 2)
  expect(most - before).toBeLessThan(slowStreams * megabyte + noiseBytes)
  expect(slowStreams * offered).toBeGreaterThan(2 * (slowStreams * megabyte + noiseBytes))
})

/** The server's largest memory while it tells all big facts. */
async function peakWhileTelling(): Promise<number> {
  let most = 0
  for (let told = 0; told < bigEvents; told += eventsPerCommit) {
    await tellBigFacts()
    await sleep(20)
    most = Math.max(most, residentBytes())
  }
  return most
}

/** Reads what was on its way to a slow reader until the server's end of it; fails when the stream goes on. */
async function bytesLeftFor(socket: Socket): Promise<number> {
  let bytes = 0
  const ended = new Promise<void>((resolve) => socket.once("close", () => resolve()))
  socket.on("data", (chunk) => {
    bytes += chunk.length
  })
  socket.resume()
  const late = sleep(20_000).then(() => "late" as const)
  const how = await Promise.race([ended, late])
  socket.destroy()
  if (how === "late") throw new Error("A reader that never read was not let go.")
  return bytes
}
