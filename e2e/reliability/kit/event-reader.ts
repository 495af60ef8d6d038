import { type ClientRequest, get, type IncomingMessage } from "node:http"

type Options = {
  origin: string
  cookie: string
  /** Where the page was rendered, as its stream is opened. */
  after: string
  /** How long to wait before coming back. */
  pauseMs: () => number
}

/**
 * A browser's side of the live stream: it keeps the id of the last whole event, and whenever the stream
 * ends comes back with it in Last-Event-ID. It remembers every id it was told, in order.
 */
export class EventReader {
  readonly ids: string[] = []
  readonly endReasons: string[] = []
  readonly statuses: number[] = []
  opened = 0
  isOpen = false
  resets = 0
  #lastId: string | null = null
  #request: ClientRequest | null = null
  #timer: NodeJS.Timeout | null = null
  #isStopped = false
  readonly #options: Options

  constructor(options: Options) {
    this.#options = options
    this.#open()
  }

  /** Destroys the connection, as a lost network does. True when there was one. */
  cut(): boolean {
    const wasOpen = this.isOpen
    this.#request?.destroy()
    return wasOpen
  }

  stop(): void {
    this.#isStopped = true
    if (this.#timer) clearTimeout(this.#timer)
    this.#request?.destroy()
  }

  #open(): void {
    const { origin, cookie, after } = this.#options
    const request = get(`${origin}/api/stream?after=${after}`, {
      agent: false,
      headers: {
        cookie,
        accept: "text/event-stream",
        ...(this.#lastId ? { "last-event-id": this.#lastId } : {}),
      },
    })
    this.#request = request
    request.on("error", () => {})
    request.once("close", () => this.#comeBack(request))
    request.once("response", (answer) => this.#listen(answer))
  }

  #listen(answer: IncomingMessage): void {
    this.statuses.push(answer.statusCode ?? 0)
    if (answer.statusCode === 200) {
      this.opened += 1
      this.isOpen = true
    }
    let rest = ""
    answer.setEncoding("utf8")
    answer.on("data", (text: string) => {
      const blocks = (rest + text).split("\n\n")
      rest = blocks.pop() ?? ""
      if (answer.statusCode === 200) for (const block of blocks) this.#hear(block)
    })
    answer.on("error", () => {})
  }

  #hear(block: string): void {
    const fields = new Map(
      block.split("\n").map((line) => {
        const colon = line.indexOf(": ")
        return [line.slice(0, colon), line.slice(colon + 2)] as const
      }),
    )
    const id = fields.get("id")
    if (id) this.#lastId = id
    const kind = fields.get("event") ?? "message"
    if (kind === "end") this.endReasons.push(fields.get("data") ?? "")
    if (kind === "reset") this.resets += 1
    if (kind === "message" && fields.has("data") && id) this.ids.push(id)
  }

  #comeBack(request: ClientRequest): void {
    if (this.#request !== request || this.#isStopped) return
    this.#request = null
    this.isOpen = false
    this.#timer = setTimeout(() => this.#open(), this.#options.pauseMs())
  }
}
