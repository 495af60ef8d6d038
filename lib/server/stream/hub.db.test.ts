import { afterEach, beforeEach, expect, inject, test, vi } from "vitest"
import { record } from "#db/commands/record.ts"
import { beforeSignIn, inWorkspace } from "#db/in-workspace.ts"
import { eventHorizon } from "#db/queries/events.ts"
import { testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import type { SessionId } from "#lib/id.ts"
import { newId } from "#lib/platform/new-id.ts"
import type { StreamClient } from "./client.ts"
import { StreamHub } from "./hub.ts"

testDatabase()
const reads = vi.hoisted(() => ({ count: 0 }))

vi.mock("#db/queries/events.ts", async (original) => {
  const real = await original<typeof import("#db/queries/events.ts")>()
  const eventsAfter: typeof real.eventsAfter = (...given) => {
    reads.count += 1
    return real.eventsAfter(...given)
  }
  return { ...real, eventsAfter }
})

vi.mock("#lib/platform/env.ts", async (original) => {
  const real = await original<typeof import("#lib/platform/env.ts")>()
  return { ...real, env: () => ({ ...real.env(), DATABASE_URL: inject("appUrl") }) }
})

let hub: StreamHub
beforeEach(() => {
  reads.count = 0
  hub = new StreamHub()
})
afterEach(() => hub.closeAll())

type Home = Awaited<ReturnType<typeof testWorkspace>>

async function openStreams(home: Home, count: number): Promise<{ clients: StreamClient[]; told: string[] }> {
  const after = await beforeSignIn((on) => eventHorizon(on))
  const told: string[] = Array.from({ length: count }, () => "")
  const identity = { sessionId: newId() as SessionId, workspaceId: home.workspaceId }
  const clients = told.map((_, nth) => {
    const client = hub.open(identity, after, new AbortController().signal)
    const listen = async () => {
      const decoder = new TextDecoder()
      for await (const bytes of client.body) told[nth] += decoder.decode(bytes)
    }
    listen().catch(() => {})
    return client
  })
  return { clients, told }
}

const say = (home: Home, caseId: string) =>
  inWorkspace(home.caller, (tx) =>
    record(tx, home.caller, { type: "people.written", caseType: "test", caseId, payload: { count: 1 } }),
  )

const heard = (text: string) => text.match(/people\.written/g)?.length ?? 0

test("many readers that come at once each read their gap once, and then nobody reads for them", async () => {
  const home = await testWorkspace()
  const { clients } = await openStreams(home, 60)
  await vi.waitFor(() => expect(clients.every((client) => client.isLive)).toBe(true), { timeout: 10_000 })
  // One each, and the room's own: at its beginning, and when the listener has connected.
  expect(reads.count).toBeLessThanOrEqual(60 + 6)
}, 20_000)

test("one read tells a change to all, also to those who come while things happen, and to nobody twice", async () => {
  const home = await testWorkspace()
  const first = await openStreams(home, 30)
  const says: Promise<void>[] = []
  for (let nth = 0; nth < 12; nth++) says.push(say(home, `during-${nth}`))
  await Promise.all(says)
  await vi.waitFor(() => expect(first.told.map(heard)).toEqual(first.told.map(() => 12)), { timeout: 10_000 })
  await vi.waitFor(() => expect(first.clients.every((client) => client.isLive)).toBe(true))
  reads.count = 0
  await say(home, "afterwards")
  await vi.waitFor(() => expect(first.told.map(heard)).toEqual(first.told.map(() => 13)), { timeout: 10_000 })
  expect(reads.count).toBeLessThanOrEqual(4)
}, 30_000)
