import type { EventRow } from "#db/queries/events.ts"
import { type EventCursor, formatCursor, isAfter } from "#lib/events/cursor.ts"

/** A reader that does not read is let go at this many waiting bytes; it comes back with its last id. */
export const bufferBytes = 1_048_576

const encoder = new TextEncoder()

export type StreamIdentity = { readonly sessionId: string; readonly workspaceId: string }

/** One open stream: what it was told last, and a bounded buffer towards its reader. */
export class StreamClient {
  readonly identity: StreamIdentity
  readonly body: ReadableStream<Uint8Array>
  cursor: EventCursor
  /** While it reads its gap from the database, broadcasts only mark that there is more. */
  isLive = false
  hasMissed = false
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null
  readonly #onEnd: (client: StreamClient) => void

  constructor(identity: StreamIdentity, cursor: EventCursor, onEnd: (client: StreamClient) => void) {
    this.identity = identity
    this.cursor = cursor
    this.#onEnd = onEnd
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller
        },
        cancel: () => this.leave(),
      },
      new ByteLengthQueuingStrategy({ highWaterMark: bufferBytes }),
    )
  }

  get isOpen(): boolean {
    return this.#controller !== null
  }

  /** Tells the events that this reader has not been told yet. */
  tell(events: readonly EventRow[]): void {
    const fresh = events.filter((event) => isAfter(event.cursor, this.cursor))
    const last = fresh.at(-1)
    if (!last) return
    this.cursor = last.cursor
    this.#send(fresh.length === events.length ? bytesOf(events) : encoder.encode(fresh.map(frame).join("")))
  }

  write(text: string): void {
    this.#send(encoder.encode(text))
  }

  #send(bytes: Uint8Array): void {
    const controller = this.#controller
    if (!controller) return
    controller.enqueue(bytes)
    if ((controller.desiredSize ?? 0) <= 0) this.close("slow")
  }

  /** Ends the stream with the reason as its last words, where they still fit. */
  close(reason: "slow" | "signed_out" | "restart"): void {
    const controller = this.#controller
    if (!controller) return
    if (reason === "slow")
      controller.error(new Error("The reader is too slow; it may come back with its last id."))
    else {
      controller.enqueue(encoder.encode(`event: end\ndata: {"reason":"${reason}"}\n\n`))
      controller.close()
    }
    this.leave()
  }

  /** Forgets the reader, who has gone. */
  leave(): void {
    if (!this.#controller) return
    this.#controller = null
    this.#onEnd(this)
  }
}

const encoded = new WeakMap<readonly EventRow[], Uint8Array>()

/** The same bytes for every reader: hundreds of streams wait for the same page of events. */
function bytesOf(events: readonly EventRow[]): Uint8Array {
  const known = encoded.get(events)
  if (known) return known
  const bytes = encoder.encode(events.map(frame).join(""))
  encoded.set(events, bytes)
  return bytes
}

function frame({ cursor, type, at, accountId, accounts }: EventRow): string {
  const id = formatCursor(cursor)
  const data = JSON.stringify({ cursor: id, type, at: at.toISOString(), accountId, accounts })
  return `id: ${id}\ndata: ${data}\n\n`
}
