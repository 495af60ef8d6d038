import { request as httpRequest, type IncomingHttpHeaders } from "node:http"
import { baseURL, port } from "#e2e/installation.ts"

export type Question = {
  readonly path: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Value of the session cookie. */
  readonly session?: string | null
}

export type Answer = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/**
 * Asks without normalising: the address goes over the wire as written, under the product's name whichever port
 * answers for it.
 */
export function ask(question: Question, atPort = port): Promise<Answer> {
  const { path, method = "GET", headers = {}, body, session } = question
  return new Promise((resolve, reject) => {
    const sent = httpRequest({
      host: "localhost",
      port: atPort,
      path,
      method,
      agent: false,
      headers: {
        host: new URL(baseURL).host,
        ...(session ? { cookie: `csops.session=${session}` } : {}),
        ...(body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) }),
        ...headers,
      },
    })
    sent.setTimeout(20_000, () => sent.destroy(new Error(`${method} ${path}: no answer in 20 s`)))
    sent.on("error", reject)
    sent.on("response", (response) => {
      const chunks: Buffer[] = []
      const finish = () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString("utf8"),
        })
      response.on("data", (chunk: Buffer) => chunks.push(chunk))
      response.on("end", finish)
      response.on("error", finish)
      // A live stream never ends: its head is the answer.
      if (response.headers["content-type"]?.startsWith("text/event-stream")) {
        finish()
        sent.destroy()
      }
    })
    sent.end(body)
  })
}

/** The same, and once more at the address to which the framework sends requests for a page's data. */
export async function askThrough(question: Question, atPort = port): Promise<Answer> {
  const answer = await ask(question, atPort)
  const { location } = answer.headers
  return location?.includes("_rsc") ? ask({ ...question, path: location }, atPort) : answer
}
