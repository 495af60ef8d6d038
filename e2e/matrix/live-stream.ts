import { request as httpRequest } from "node:http"
import { port } from "#e2e/installation.ts"

export type LiveStream = {
  readonly status: number
  /** Everything received so far. */
  text(): string
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>
  close(): void
}

/** An open live stream of a session, from a cursor on when one is given. */
export function openStream({
  session,
  path = "/api/stream",
  headers = {},
}: {
  session: string | null
  path?: string
  headers?: Record<string, string>
}): Promise<LiveStream> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({
      host: "localhost",
      port,
      path,
      agent: false,
      headers: { ...(session ? { cookie: `csops.session=${session}` } : {}), ...headers },
    })
    sent.on("error", reject)
    sent.on("response", (response) => {
      let received = ""
      response.on("data", (chunk: Buffer) => {
        received += chunk.toString("utf8")
      })
      const ended = new Promise<void>((settle) => {
        response.on("close", settle)
      })
      resolve({
        status: response.statusCode ?? 0,
        text: () => received,
        ended,
        close: () => void sent.destroy(),
      })
    })
    sent.end()
  })
}
