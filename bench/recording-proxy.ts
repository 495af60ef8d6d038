import { connect, createServer } from "node:net"

export type Statement = { readonly text: string; readonly parameters: readonly (string | null)[] }

export type RecordingProxy = {
  readonly url: string
  /** The statements since the last call, of the transaction that named its workspace; without begin and commit. */
  readonly take: () => Statement[]
  readonly stop: () => Promise<void>
}

/** A loopback proxy in front of Postgres that writes down what a program asks: the Parse and Bind messages. */
export async function recordingProxy(target: string): Promise<RecordingProxy> {
  const { hostname, port } = new URL(target)
  let lines: Recorder[] = []
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname)
    const recorder = new Recorder()
    lines.push(recorder)
    client.on("data", (bytes) => {
      recorder.read(bytes)
      upstream.write(bytes)
    })
    upstream.on("data", (bytes) => client.write(bytes))
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      one.on("error", () => other.destroy())
      one.on("close", () => other.destroy())
    }
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  if (typeof address !== "object" || !address) throw new Error("The recording proxy has no port.")
  const url = new URL(target)
  url.host = `127.0.0.1:${address.port}`
  return {
    url: url.href,
    take: () => lines.flatMap((recorder) => transactionIn(recorder.take())),
    stop: async () => {
      for (const recorder of lines) recorder.take()
      lines = []
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** From the naming of the workspace to the commit. */
function transactionIn(statements: readonly Statement[]): Statement[] {
  const first = statements.findIndex(({ text }) => text.includes("csops.workspace_id"))
  const rest = first < 0 ? [] : statements.slice(first)
  const end = rest.findIndex(({ text }) => /^\s*commit/i.test(text))
  return end < 0 ? rest : rest.slice(0, end)
}

/** Reads one connection's messages to the server (protocol 3.0, section 54.7 of the manual of Postgres 18). */
class Recorder {
  #rest: Buffer = Buffer.alloc(0)
  #isStarted = false
  #statements: Statement[] = []
  readonly #named = new Map<string, string>()

  take(): Statement[] {
    return this.#statements.splice(0)
  }

  read(bytes: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, bytes])
    for (;;) {
      // Only the first message has no letter before its length.
      const head = this.#isStarted ? 1 : 0
      if (this.#rest.length < head + 4) return
      const length = head + this.#rest.readInt32BE(head)
      if (this.#rest.length < length) return
      if (this.#isStarted)
        this.#message(String.fromCharCode(this.#rest[0] ?? 0), this.#rest.subarray(5, length))
      this.#isStarted = true
      this.#rest = this.#rest.subarray(length)
    }
  }

  #message(kind: string, body: Buffer): void {
    if (kind === "Q") this.#statements.push({ text: words(body, 0).text, parameters: [] })
    if (kind === "P") {
      const name = words(body, 0)
      this.#named.set(name.text, words(body, name.next).text)
    }
    if (kind === "B") {
      const statement = words(body, words(body, 0).next)
      this.#statements.push({
        text: this.#named.get(statement.text) ?? "",
        parameters: parametersIn(body, statement.next),
      })
    }
  }
}

function words(body: Buffer, from: number): { text: string; next: number } {
  const end = body.indexOf(0, from)
  return { text: body.toString("utf8", from, end), next: end + 1 }
}

function parametersIn(body: Buffer, from: number): (string | null)[] {
  let at = from + 2 + 2 * body.readInt16BE(from)
  const count = body.readInt16BE(at)
  at += 2
  return Array.from({ length: count }, () => {
    const length = body.readInt32BE(at)
    at += 4
    if (length < 0) return null
    at += length
    return body.toString("utf8", at - length, at)
  })
}
