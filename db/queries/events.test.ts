import { describe, expect, test } from "vitest"
import type { EventCursor } from "#lib/events/cursor.ts"
import type { Db } from "../client.ts"
import { record } from "../commands/record.ts"
import { inWorkspace } from "../in-workspace.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "../testing/workspace.ts"
import { eventHorizon, eventsAfter } from "./events.ts"

const fact = (n: number) =>
  ({ type: "people.written", caseType: "test", caseId: String(n), payload: { count: n } }) as const

describe("reading events by commit horizon", () => {
  testDatabase()

  const horizon = (home: TestWorkspace) => inWorkspace(home.caller, (tx) => eventHorizon(tx))
  const read = (home: TestWorkspace, after: EventCursor) =>
    inWorkspace(home.caller, (tx) => eventsAfter(tx, home.caller, { after, limit: 100 }))
  const write = (home: TestWorkspace, n: number, then?: () => Promise<void>) =>
    inWorkspace(home.caller, async (tx: Db) => {
      await record(tx, home.caller, fact(n))
      await then?.()
    })

  test("an event that commits late is not lost behind one that was numbered later", async () => {
    const home = await testWorkspace()
    const start = await horizon(home)
    let letFirstCommit = () => {}
    const gate = new Promise<void>((resolve) => {
      letFirstCommit = resolve
    })
    let hasWritten = () => {}
    const written = new Promise<void>((resolve) => {
      hasWritten = resolve
    })
    const first = write(home, 1, async () => {
      hasWritten()
      await gate
    })
    await written
    await write(home, 2)

    const early = await read(home, start)
    expect(early).toMatchObject({ events: [], held: true })

    letFirstCommit()
    await first
    const late = await read(home, start)
    expect(late.events).toHaveLength(2)
    expect(late.held).toBe(false)
    expect(late.events[0]!.cursor.xid < late.events[1]!.cursor.xid).toBe(true)
  })

  test("reading on from a cursor gives each event once", async () => {
    const home = await testWorkspace()
    const start = await horizon(home)
    for (const n of [1, 2, 3]) await write(home, n)
    const all = await read(home, start)
    expect(all.events).toHaveLength(3)
    const rest = await read(home, all.events[0]!.cursor)
    expect(rest.events).toEqual(all.events.slice(1))
  })

  test("a workspace reads its own events only", async () => {
    const [home, other] = [await testWorkspace(), await testWorkspace()]
    const start = await horizon(other)
    await write(home, 1)
    expect((await read(other, start)).events).toEqual([])
  })

  test("what rolled back was never there", async () => {
    const home = await testWorkspace()
    const start = await horizon(home)
    const failing = write(home, 1, () => Promise.reject(new Error("stop")))
    await expect(failing).rejects.toThrow("stop")
    expect((await read(home, start)).events).toEqual([])
  })
})
