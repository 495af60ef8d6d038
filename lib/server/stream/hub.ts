import { eventChannel } from "#db/commands/record.ts"
import { beforeSignIn, inWorkspace } from "#db/in-workspace.ts"
import { eventsAfter } from "#db/queries/events.ts"
import { liveSessions } from "#db/queries/sign-in.ts"
import { Slots } from "#db/slots.ts"
import type { EventCursor } from "#lib/events/cursor.ts"
import { env } from "#lib/platform/env.ts"
import { log } from "#lib/platform/log.ts"
import { StreamClient, type StreamIdentity } from "./client.ts"
import { Listener } from "./listener.ts"
import { readerOf } from "./reader.ts"

const pageSize = 500
const safetyPollMs = 2_000
const heldRetryMs = 40
const sessionCheckMs = 5_000
const commentEveryMs = 15_000
/** When hundreds of readers come at once, as after a restart, they leave connections for pages. */
const catchingUpAtOnce = 3
const catchUpWithinMs = 60_000

type Room = {
  clients: Set<StreamClient>
  position: EventCursor | null
  isReading: boolean
  isAskedAgain: boolean
}

/** All open streams of this process: one listener, one read per workspace and wake-up, many readers. */
export class StreamHub {
  readonly #rooms = new Map<string, Room>()
  readonly #timers: NodeJS.Timeout[] = []
  readonly #catchUps = new Slots(
    catchingUpAtOnce,
    "Too many readers come back at once. Try again in a moment.",
  )
  #listener: Listener | null = null
  #isClosing = false

  get size(): number {
    let clients = 0
    for (const room of this.#rooms.values()) clients += room.clients.size
    return clients
  }

  streamsOf(sessionId: string): number {
    let clients = 0
    for (const room of this.#rooms.values())
      for (const client of room.clients) if (client.identity.sessionId === sessionId) clients += 1
    return clients
  }

  get isClosing(): boolean {
    return this.#isClosing
  }

  /**
   * Opens a stream that begins right after the cursor and misses nothing from there on. The signal tells that
   * the reader has gone: the framework never touches the body of a request that was given up meanwhile.
   */
  open(identity: StreamIdentity, after: EventCursor, gone: AbortSignal): StreamClient {
    if (!this.#isClosing) this.#start()
    const room = this.#roomOf(identity.workspaceId)
    const client = new StreamClient(identity, after, (ended) => {
      room.clients.delete(ended)
      if (room.clients.size === 0 && this.#rooms.get(identity.workspaceId) === room)
        this.#rooms.delete(identity.workspaceId)
    })
    room.clients.add(client)
    client.write("retry: 1000\n\n")
    if (this.#isClosing) client.close("restart")
    if (gone.aborted) client.leave()
    else gone.addEventListener("abort", () => client.leave(), { once: true })
    void this.#catchUp(client, room)
    return client
  }

  closeAll(): void {
    this.#isClosing = true
    for (const timer of this.#timers) clearInterval(timer)
    for (const client of this.#everyone()) client.close("restart")
    void this.#listener?.stop()
  }

  #roomOf(workspaceId: string): Room {
    const known = this.#rooms.get(workspaceId)
    if (known) return known
    const room: Room = { clients: new Set(), position: null, isReading: false, isAskedAgain: false }
    this.#rooms.set(workspaceId, room)
    return room
  }

  #everyone(): StreamClient[] {
    return [...this.#rooms.values()].flatMap((room) => [...room.clients])
  }

  #start(): void {
    if (this.#listener) return
    this.#listener = new Listener({
      url: env().DATABASE_URL ?? "",
      channels: {
        [eventChannel]: (workspaceId) => void this.#wake(workspaceId),
        csops_session: (sessionId) => void this.#checkSessions([sessionId]),
      },
      onGap: () => this.#wakeAll(),
    })
    this.#listener.start()
    this.#every(safetyPollMs, () => this.#wakeAll())
    this.#every(sessionCheckMs, () => void this.#checkSessions())
    this.#every(commentEveryMs, () => {
      for (const client of this.#everyone()) client.write(": still here\n\n")
    })
  }

  #every(milliseconds: number, work: () => void): void {
    const timer = setInterval(work, milliseconds)
    timer.unref()
    this.#timers.push(timer)
  }

  #wakeAll(): void {
    for (const workspaceId of this.#rooms.keys()) void this.#wake(workspaceId)
  }

  /** Reads what is new in a workspace once, however many ask meanwhile, and tells all its live readers. */
  async #wake(workspaceId: string): Promise<void> {
    const room = this.#rooms.get(workspaceId)
    if (!room || this.#isClosing) return
    if (room.isReading) {
      room.isAskedAgain = true
      return
    }
    room.isReading = true
    let isHeld = false
    try {
      do {
        room.isAskedAgain = false
        isHeld = await this.#readOnce(workspaceId, room)
      } while (room.isAskedAgain)
    } catch (error) {
      log().warn({ err: error }, "live stream: events could not be read, will try again")
    } finally {
      room.isReading = false
    }
    if (isHeld) setTimeout(() => void this.#wake(workspaceId), heldRetryMs).unref()
  }

  async #readOnce(workspaceId: string, room: Room): Promise<boolean> {
    const after = room.position
    if (!after) return false
    const caller = readerOf(workspaceId)
    const page = await inWorkspace(caller, (tx) => eventsAfter(tx, caller, { after, limit: pageSize }))
    const last = page.events.at(-1)
    if (last) {
      for (const client of room.clients) {
        if (client.isLive) client.tell(page.events)
        else client.hasMissed = true
      }
      room.position = last.cursor
    }
    if (page.events.length === pageSize) room.isAskedAgain = true
    return page.held
  }

  /** Brings one reader from its own cursor to the present, then lets it live on broadcasts. */
  async #catchUp(client: StreamClient, room: Room): Promise<void> {
    const caller = readerOf(client.identity.workspaceId)
    try {
      for (;;) {
        const page = await this.#catchUps.hold(catchUpWithinMs, () => {
          // Only what is told while it reads is missed: what was told while it waited for its turn, it reads.
          client.hasMissed = false
          return inWorkspace(caller, (tx) =>
            eventsAfter(tx, caller, { after: client.cursor, limit: pageSize }),
          )
        })
        if (!client.isOpen) return
        client.tell(page.events)
        if (page.events.length < pageSize && !client.hasMissed) break
      }
      client.isLive = true
      if (room.position) return
      room.position = client.cursor
      void this.#wake(client.identity.workspaceId)
    } catch (error) {
      log().warn({ err: error }, "live stream: a gap could not be read, the reader will come back")
      client.close("restart")
    }
  }

  async #checkSessions(only?: readonly string[]): Promise<void> {
    const asked = this.#everyone().filter((client) => !only || only.includes(client.identity.sessionId))
    if (asked.length === 0) return
    const ids = [...new Set(asked.map((client) => client.identity.sessionId))]
    const live = await beforeSignIn((on) => liveSessions(on, ids)).catch(() => null)
    if (!live) return
    for (const client of asked)
      if (live.get(client.identity.sessionId) !== client.identity.workspaceId) client.close("signed_out")
  }
}

const shared = globalThis as typeof globalThis & { csopsStreamHub?: StreamHub }

/** The hub of this process; on globalThis because instrumentation and routes are separate module instances. */
export function streamHub(): StreamHub {
  shared.csopsStreamHub ??= new StreamHub()
  return shared.csopsStreamHub
}
