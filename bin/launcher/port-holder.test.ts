import { createServer } from "node:net"
import { expect, test } from "vitest"
import { listeningSockets, requirePort } from "./port-holder.ts"

test("only sockets that listen on the port are named", () => {
  const table = [
    "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
    "   0: 0100007F:0BB8 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 31001 1",
    "   1: 0100007F:0BB8 0100007F:D431 01 00000000:00000000 00:00000000 00000000     0        0 31002 1",
    "   2: 0100007F:0BB9 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 31003 1",
  ].join("\n")
  expect(listeningSockets(table, 3000)).toEqual(["31001"])
})

test("a port in use is refused with the way out, a free one is not", async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  const port = typeof address === "object" && address ? address.port : 0
  await expect(requirePort(port, "127.0.0.1")).rejects.toThrow(`PORT=${port + 1} npm start`)
  await new Promise((resolve) => server.close(resolve))
  await expect(requirePort(port, "127.0.0.1")).resolves.toBeUndefined()
})
