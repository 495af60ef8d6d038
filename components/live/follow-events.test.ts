import { readFileSync } from "node:fs"
import { join } from "node:path"
import { runInNewContext } from "node:vm"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { followEvents } from "#components/live/follow-events.ts"
import { FakeEventSource } from "#components/live/testing/fake-event-source.ts"

beforeEach(() => {
  vi.useFakeTimers()
  FakeEventSource.opened = []
  vi.stubGlobal("EventSource", FakeEventSource)
  vi.stubGlobal("document", Object.assign(new EventTarget(), { visibilityState: "visible" }))
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** The same stream held by a tab alone, and by the worker of all tabs. */
const followers: Record<string, (hear: (cursor: string | null, told: string | null) => void) => void> = {
  "a tab": (hear) => void followEvents("e-1-1", hear),
  "the worker": (hear) => {
    const self: { onconnect?: (connection: unknown) => void } = {}
    const code = readFileSync(join(import.meta.dirname, "../../public/live-worker.js"), "utf8")
    runInNewContext(code, { self, EventSource: FakeEventSource, setTimeout, encodeURIComponent })
    const port: {
      postMessage: (message: { cursor: string | null; told: string | null }) => void
      start: () => void
      onmessage?: (event: { data: unknown }) => void
    } = {
      postMessage: (message) => hear(message.cursor, message.told),
      start: () => {},
    }
    self.onconnect?.({ ports: [port] })
    port.onmessage?.({ data: { follow: "e-1-1" } })
  },
}

for (const [who, follow] of Object.entries(followers)) {
  test(`${who} comes back after refusals, with growing pauses, and from where it was`, () => {
    follow(() => {})
    FakeEventSource.last.onmessage?.({ data: "", lastEventId: "e-2-2" })
    for (const pauseMs of [1_000, 2_000, 4_000]) {
      const opened = FakeEventSource.opened.length
      FakeEventSource.last.refuse()
      vi.advanceTimersByTime(pauseMs - 1)
      expect(FakeEventSource.opened).toHaveLength(opened)
      vi.advanceTimersByTime(1)
      expect(FakeEventSource.opened).toHaveLength(opened + 1)
      expect(FakeEventSource.last.url).toContain("e-2-2")
    }
  })

  test(`${who} passes on what was told with its cursor`, () => {
    const hear = vi.fn()
    follow(hear)
    FakeEventSource.last.onmessage?.({ data: '{"accounts":["a"]}', lastEventId: "e-2-2" })
    expect(hear.mock.calls).toEqual([["e-2-2", '{"accounts":["a"]}']])
  })

  test(`${who} looks again when its session has ended or moved, and not for a restart`, () => {
    const hear = vi.fn()
    follow(hear)
    FakeEventSource.last.hear("end", '{"reason":"restart"}')
    expect(hear).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1_000)
    FakeEventSource.last.hear("end", '{"reason":"signed_out"}')
    expect(hear.mock.calls).toEqual([[null, null]])
    vi.advanceTimersByTime(2_000)
    expect(FakeEventSource.opened).toHaveLength(3)
  })
}
