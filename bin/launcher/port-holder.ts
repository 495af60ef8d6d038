import { spawnSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs"
import { createServer } from "node:net"
import { commandOf } from "../processes/identity.ts"

export function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once("error", () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
}

/** Socket numbers that listen on a port, from the text of `/proc/net/tcp` or `tcp6`. */
export function listeningSockets(table: string, port: number): string[] {
  const hex = port.toString(16).toUpperCase().padStart(4, "0")
  return table
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[1]?.endsWith(`:${hex}`) && fields[3] === "0A")
    .map((fields) => fields[9] ?? "")
}

function openFiles(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`))
  } catch {
    return []
  }
}

/** "node (process 4711)" when this account may know, else null. */
export function portHolder(port: number): string | null {
  if (process.platform === "linux") {
    const tables = ["/proc/net/tcp", "/proc/net/tcp6"].filter((path) => existsSync(path))
    const sockets = tables.flatMap((path) => listeningSockets(readFileSync(path, "utf8"), port))
    const links = new Set(sockets.map((socket) => `socket:[${socket}]`))
    const pid = readdirSync("/proc").find(
      (name) => /^\d+$/.test(name) && openFiles(name).some((file) => links.has(file)),
    )
    return pid ? `${commandOf(Number(pid))} (process ${pid})` : null
  }
  const asked = spawnSync("lsof", ["-nP", "-t", `-iTCP:${port}`, "-sTCP:LISTEN"], { encoding: "utf8" })
  const pid = asked.stdout?.trim().split("\n")[0]
  return pid ? `${commandOf(Number(pid))} (process ${pid})` : null
}

export async function requirePort(port: number, host: string): Promise<void> {
  if (await canListen(port, host)) return
  const holder = portHolder(port)
  throw new Error(
    `Port ${port} on ${host} is in use${holder ? ` by ${holder}` : ""}. ` +
      `End that program, or choose another port: \`PORT=${port + 1} npm start\`.`,
  )
}
