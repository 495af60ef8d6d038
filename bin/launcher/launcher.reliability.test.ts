import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { clusterFolder, clusterUrl, readClusterRecord } from "../postgres/cluster-record.ts"
import { readPostmaster } from "../postgres/postmaster.ts"
import { removeCluster } from "../postgres/remove-cluster.ts"
import { connectOnce, databaseName } from "../postgres/roles.ts"
import { identify, isAlive, type ProcessIdentity } from "../processes/identity.ts"
import { openInstallation, root } from "./installation.ts"
import { readRunRecord } from "./run-record.ts"
import { statusOf } from "./wait-until-ready.ts"

let home: string
let port: number

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1")
  await once(probe, "listening")
  const address = probe.address()
  probe.close()
  return typeof address === "object" && address ? address.port : 0
}

type Started = { readonly launcher: ChildProcess; readonly output: () => string }

function spawnLauncher(): Started {
  const flags = ["--disable-warning=ExperimentalWarning", "--conditions=react-server"]
  const launcher = spawn(process.execPath, [...flags, join(root, "bin/start.ts")], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      CSOPS_HOME: home,
      CSOPS_DEMO_WORLD: "small",
      PORT: String(port),
      DATABASE_URL: "",
      // The key of this clone's own build, which would otherwise be made again for every home.
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: openInstallation(process.env).secrets()
        .NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
    },
  })
  let words = ""
  for (const stream of [launcher.stdout, launcher.stderr])
    stream?.on("data", (chunk) => (words += String(chunk)))
  return { launcher, output: () => words }
}

async function startUntilReady(): Promise<Started> {
  const started = spawnLauncher()
  while (!started.output().includes("Ready in")) {
    if (started.launcher.exitCode !== null) throw new Error(`The launcher ended:\n${started.output()}`)
    await Promise.race([
      once(started.launcher.stdout ?? started.launcher, "data"),
      once(started.launcher, "exit"),
    ])
  }
  return started
}

function parts(): Record<"web" | "worker" | "postgres", ProcessIdentity> {
  const { web, worker } = readRunRecord(home)?.processes ?? {}
  const server = readPostmaster(clusterFolder(home) ?? "")
  if (!web || !worker || server.state !== "alive") throw new Error("a part of the product does not run")
  return { web, worker, postgres: server.identity }
}

async function signInCount(): Promise<number> {
  const record = readClusterRecord(home)
  if (!record?.port) throw new Error("no database")
  const sql = connectOnce(clusterUrl(record, "csops_owner", record.port, databaseName))
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from login`
  await sql.end({ timeout: 2 })
  return row?.count ?? 0
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "csops-launcher-"))
  port = await freePort()
  // The first start may have to build the pages.
  const { launcher } = await startUntilReady()
  launcher.kill("SIGTERM")
  await once(launcher, "exit")
}, 300_000)

afterAll(async () => {
  await removeCluster(home)
  rmSync(home, { recursive: true, force: true })
})

test.each([
  { killed: [] },
  { killed: ["worker"] },
  { killed: ["web", "worker"] },
  { killed: ["postgres"] },
  { killed: ["web", "worker", "postgres"] },
] as const)(
  "kill -9 of the launcher and $killed, then a plain start: back within 20 s, data whole",
  async ({ killed }) => {
    const first = await startUntilReady()
    const before = parts()
    const signIns = await signInCount()
    first.launcher.kill("SIGKILL")
    for (const part of killed) process.kill(before[part].pid, "SIGKILL")
    await once(first.launcher, "exit")

    const begun = performance.now()
    const second = await startUntilReady()
    expect(performance.now() - begun).toBeLessThan(20_000)
    expect(await statusOf(`http://127.0.0.1:${port}/api/health/ready`)).toBe(200)
    expect(isAlive(before.web) || isAlive(before.worker)).toBe(false)
    expect(isAlive(before.postgres)).toBe(!killed.some((part) => part === "postgres"))
    expect(await signInCount()).toBe(signIns)

    const after = parts()
    const asked = performance.now()
    second.launcher.kill("SIGTERM")
    const [status] = await once(second.launcher, "exit")
    expect(status).toBe(0)
    expect(performance.now() - asked).toBeLessThan(15_000)
    expect(Object.values(after).filter(isAlive)).toEqual([])
  },
)

test("a second launcher tells the address and the sign-ins of the first, and leaves with status 0", async () => {
  const first = await startUntilReady()
  const second = spawnLauncher()
  const [status] = await once(second.launcher, "exit")
  expect(status).toBe(0)
  expect(second.output()).toContain(`CS-Ops runs at http://localhost:${port}`)
  expect(second.output()).toContain(
    JSON.parse(readFileSync(join(home, "secrets.json"), "utf8")).CSOPS_DEMO_PASSWORD,
  )
  expect(Object.values(parts()).every(isAlive)).toBe(true)
  first.launcher.kill("SIGTERM")
  await once(first.launcher, "exit")
})

test("a killed web process comes back by itself", async () => {
  const { launcher } = await startUntilReady()
  const { web } = parts()
  process.kill(web.pid, "SIGKILL")
  while (identify(readRunRecord(home)?.processes.web?.pid ?? 0) === null || parts().web.pid === web.pid) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  while ((await statusOf(`http://127.0.0.1:${port}/api/health/ready`)) !== 200) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  launcher.kill("SIGTERM")
  await once(launcher, "exit")
})
