import { type ClientRequest, get } from "node:http"

export type StreamReader = {
  /** Resolves at the instant at which an event of the account was told, from now on. */
  readonly hears: (accountId: string) => Promise<number>
  readonly opened: Promise<void>
  readonly stop: () => void
}

type Options = { readonly origin: string; readonly cookie: string; readonly type: string }

const comeBackMs = 250

/** An open live stream: what a browser with an open page holds. It comes back with its last id when it was ended. */
export function openStream({ origin, cookie, type }: Options): StreamReader {
  let wanted: { accountId: string; hear: (at: number) => void } | null = null
  let request: ClientRequest | null = null
  let lastId: string | null = null
  let isStopped = false
  let isOpen: () => void = () => {}
  const opened = new Promise<void>((resolve) => {
    isOpen = resolve
  })
  const hear = (block: string) => {
    lastId = /^id: (.+)$/m.exec(block)?.[1] ?? lastId
    if (!wanted || !block.includes(`"${type}"`) || !block.includes(wanted.accountId)) return
    wanted.hear(performance.now())
    wanted = null
  }
  const open = () => {
    const headers = { cookie, accept: "text/event-stream", ...(lastId ? { "last-event-id": lastId } : {}) }
    request = get(`${origin}/api/stream`, { agent: false, headers }, (answer) => {
      let rest = ""
      answer.setEncoding("utf8")
      answer.on("data", (text: string) => {
        const blocks = (rest + text).split("\n\n")
        rest = blocks.pop() ?? ""
        for (const block of blocks) hear(block)
        if (lastId) isOpen()
      })
      answer.on("error", () => {})
    })
    request.on("error", () => {})
    request.once("close", () => {
      if (!isStopped) setTimeout(open, comeBackMs)
    })
  }
  open()
  return {
    opened,
    hears: (accountId) =>
      new Promise((resolve) => {
        wanted = { accountId, hear: resolve }
      }),
    stop: () => {
      isStopped = true
      request?.destroy()
    },
  }
}
