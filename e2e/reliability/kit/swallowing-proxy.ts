import { connect, createServer, type Socket } from "node:net"

type Line = { readonly name: string; readonly client: Socket; readonly server: Socket; isSwallowed: boolean }

/**
 * A loopback proxy in front of Postgres that knows its connections by application name, which the start
 * message carries in plain text, and can make one half-open: both ends stay connected and hear nothing more.
 */
export type SwallowingProxy = {
  readonly url: string
  readonly linesOf: (name: string) => number
  /** Goes silent on the connections of that name that exist now; returns how many. */
  readonly swallow: (name: string) => number
  /** Bytes that silent connections did not get. */
  readonly swallowedBytes: () => number
  readonly stop: () => Promise<void>
}

const nameIn = (start: Buffer): string =>
  /application_name\0([^\0]*)\0/.exec(start.toString("latin1"))?.[1] ?? ""

export async function swallowingProxy(target: string): Promise<SwallowingProxy> {
  const { hostname, port } = new URL(target)
  const lines = new Set<Line>()
  let swallowed = 0
  const server = createServer((client) => {
    client.once("data", (start) => {
      const upstream = connect(Number(port), hostname)
      const line: Line = { name: nameIn(start), client, server: upstream, isSwallowed: false }
      lines.add(line)
      upstream.write(start)
      const pass = (from: Socket, to: Socket) => {
        from.on("data", (bytes) => {
          if (line.isSwallowed) swallowed += bytes.length
          else to.write(bytes)
        })
        from.on("close", () => {
          lines.delete(line)
          if (!line.isSwallowed) to.destroy()
        })
        from.on("error", () => {})
      }
      pass(client, upstream)
      pass(upstream, client)
    })
    client.on("error", () => {})
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()))
  const address = server.address()
  const url = new URL(target)
  url.port = String(typeof address === "object" && address ? address.port : 0)
  const named = (name: string) => [...lines].filter((line) => line.name === name && !line.isSwallowed)
  return {
    url: url.href,
    linesOf: (name) => named(name).length,
    swallow: (name) => {
      const chosen = named(name)
      for (const line of chosen) line.isSwallowed = true
      return chosen.length
    },
    swallowedBytes: () => swallowed,
    stop: () => {
      for (const { client, server: upstream } of lines) {
        client.destroy()
        upstream.destroy()
      }
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
