import postgres, { type Sql } from "postgres"
import { log } from "#lib/platform/log.ts"

type Listening = { url: string; channels: Record<string, (payload: string) => void>; onGap: () => void }

const heartbeatChannel = "csops_heartbeat"
const beatEveryMs = 4_000
const silenceMs = 10_000

/**
 * One connection that LISTENs for the whole process. It proves to itself every few seconds that notices
 * still arrive: a half-open connection looks healthy and delivers nothing. After each (re)connection the
 * gap is read anew, because notices are not replayed.
 */
export class Listener {
  readonly #options: Listening
  #sql: Sql | null = null
  #lastHeard = 0
  #timer: NodeJS.Timeout | null = null
  #isClosed = false

  constructor(options: Listening) {
    this.#options = options
  }

  start(): void {
    this.#lastHeard = Date.now()
    void this.#connect()
    this.#timer = setInterval(() => this.#beat(), beatEveryMs)
    this.#timer.unref()
  }

  async stop(): Promise<void> {
    this.#isClosed = true
    if (this.#timer) clearInterval(this.#timer)
    await this.#sql?.end({ timeout: 1 }).catch(() => {})
  }

  async #connect(): Promise<void> {
    const sql = postgres(this.#options.url, {
      max: 1,
      connect_timeout: 4,
      max_lifetime: null,
      backoff: () => 0.5,
      onnotice: () => {},
      connection: { application_name: "csops-listen" },
    })
    this.#sql = sql
    try {
      for (const [channel, hear] of Object.entries(this.#options.channels)) {
        await sql.listen(
          channel,
          (payload) => {
            this.#lastHeard = Date.now()
            hear(payload)
          },
          () => this.#options.onGap(),
        )
      }
      await sql.listen(heartbeatChannel, () => {
        this.#lastHeard = Date.now()
      })
    } catch (error) {
      log().warn({ err: error }, "live notices: cannot listen, will try again")
    }
  }

  #beat(): void {
    if (this.#isClosed) return
    if (Date.now() - this.#lastHeard > silenceMs) {
      log().warn("live notices fell silent: listening anew")
      const silent = this.#sql
      this.#lastHeard = Date.now()
      void this.#connect()
      void silent?.end({ timeout: 0 }).catch(() => {})
      return
    }
    const sql = this.#sql
    if (sql) void sql.notify(heartbeatChannel, "").catch(() => {})
  }
}
