import { get, type IncomingMessage } from "node:http"

export type StreamReader = {
  /** Resolves at the instant at which an event of the account was told, from now on. */
  readonly hears: (accountId: string) => Promise<number>
  readonly opened: Promise<void>
  readonly stop: () => void
}

/** An open live stream: what a browser with an open page holds. */
export function openStream({
  origin,
  cookie,
  type,
}: {
  origin: string
  cookie: string
  type: string
}): StreamReader {
  let wanted: { accountId: string; hear: (at: number) => void } | null = null
  let isOpen: () => void = () => {}
  const opened = new Promise<void>((resolve) => {
    isOpen = resolve
  })
  const request = get(`${origin}/api/stream`, {
    agent: false,
    headers: { cookie, accept: "text/event-stream" },
  })
  request.on("error", () => {})
  request.once("response", (answer: IncomingMessage) => {
    let rest = ""
    answer.setEncoding("utf8")
    answer.on("data", (text: string) => {
      isOpen()
      const blocks = (rest + text).split("\n\n")
      rest = blocks.pop() ?? ""
      for (const block of blocks)
        if (wanted && block.includes(`"${type}"`) && block.includes(wanted.accountId)) {
          wanted.hear(performance.now())
          wanted = null
        }
    })
    answer.on("error", () => {})
  })
  return {
    opened,
    hears: (accountId) =>
      new Promise((hear) => {
        wanted = { accountId, hear }
      }),
    stop: () => request.destroy(),
  }
}
