import { spawn } from "node:child_process"
import { closeSync, readFileSync, statSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { identify, type ProcessIdentity } from "../processes/identity.ts"
import { openLog } from "../processes/open-log.ts"
import { asServer } from "./as-server.ts"
import type { Placement } from "./placement.ts"
import { endLeftovers, readPostmaster } from "./postmaster.ts"

export type RunningServer = { readonly identity: ProcessIdentity; readonly port: number }

export type Settings = Readonly<Record<string, string>>

const standing: Settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "256MB",
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  timezone: "UTC",
  log_timezone: "UTC",
  log_line_prefix: "%m [%p] %q%u@%d ",
}

const isPassing = /lock file "postmaster\.pid" already exists|pre-existing shared memory block/
const isPortTaken = /could not create any TCP\/IP sockets|could not bind/

function portIsFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once("error", () => resolve(false))
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)))
  })
}

function anyFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once("error", reject)
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address()
      const port = typeof address === "object" && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

export const logOf = (dataDir: string) => join(dataDir, "logs/postgres.log")

type Attempt = { readonly server: RunningServer } | { readonly refusal: string }

async function attempt(placement: Placement, port: number, settings: Settings): Promise<Attempt> {
  const { clusterDir, nativeDir, account, dataDir } = placement
  const logFile = logOf(dataDir)
  const log = openLog(logFile)
  const logStart = statSync(logFile).size
  const options = Object.entries({ ...standing, ...settings }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ])
  const failures: Error[] = []
  const child = spawn(join(nativeDir, "bin/postgres"), ["-D", clusterDir, "-p", String(port), ...options], {
    ...asServer(account),
    // Its own session, so that Ctrl-C in the terminal reaches the launcher alone.
    detached: true,
    stdio: ["ignore", log, log],
  })
  child.on("error", (error) => failures.push(error))
  child.unref()
  closeSync(log)
  const deadline = performance.now() + 120_000
  while (failures.length === 0 && child.exitCode === null && child.signalCode === null) {
    const seen = readPostmaster(clusterDir)
    if (seen.state === "alive" && seen.identity.pid === child.pid && seen.phase === "ready") {
      return { server: { identity: seen.identity, port } }
    }
    if (performance.now() > deadline) {
      child.kill("SIGINT")
      return { refusal: `it was not ready after 120 s; see ${logFile}` }
    }
    await sleep(20)
  }
  const said = readFileSync(logFile).subarray(logStart).toString("utf8").trim()
  const reason = said.split("\n").findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? said
  return { refusal: failures[0]?.message ?? `${reason} (log: ${logFile})` }
}

/**
 * Starts the server on its remembered port when that is free, on another one otherwise, unless the port is already
 * promised to running programs. What a killed predecessor left behind may need some seconds to go.
 */
export async function bootServer(
  placement: Placement,
  { promisedPort, settings }: { promisedPort: number | null; settings: Settings },
): Promise<RunningServer> {
  const deadline = performance.now() + 15_000
  for (;;) {
    await endLeftovers(placement.clusterDir)
    const wanted = promisedPort ?? placement.record.port
    const port = promisedPort ?? (wanted && (await portIsFree(wanted)) ? wanted : await anyFreePort())
    const tried = await attempt(placement, port, settings)
    if ("server" in tried) return tried.server
    const mayPass = isPassing.test(tried.refusal) || isPortTaken.test(tried.refusal)
    if (!mayPass || performance.now() > deadline) {
      throw new Error(`The embedded Postgres did not start: ${tried.refusal}`)
    }
    await sleep(250)
  }
}

export function isServing(server: RunningServer): boolean {
  return identify(server.identity.pid)?.startedAt === server.identity.startedAt
}
