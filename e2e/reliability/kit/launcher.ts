import { spawn } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openInstallation } from "#bin/launcher/installation.ts"
import { type RunRecord, readRunRecord } from "#bin/launcher/run-record.ts"
import { statusOf } from "#bin/launcher/wait-until-ready.ts"
import { clusterFolder, clusterUrl, readClusterRecord } from "#bin/postgres/cluster-record.ts"
import { readPostmaster } from "#bin/postgres/postmaster.ts"
import { removeCluster } from "#bin/postgres/remove-cluster.ts"
import { databaseName } from "#bin/postgres/roles.ts"
import { codeOf } from "#bin/processes/failure.ts"
import { commandOf, identify, workingFolder } from "#bin/processes/identity.ts"
import { eventually } from "./eventually.ts"
import { freePort } from "./free-port.ts"
import { demoPassword } from "./own-database.ts"

export type Launcher = {
  readonly pid: number
  readonly output: () => string
  readonly isAlive: () => boolean
  readonly exited: Promise<number | NodeJS.Signals>
  readonly kill: (signal: NodeJS.Signals) => void
}

/** One clone's folder and address, in which launchers are started and killed. */
export async function launcherFolder() {
  const home = realpathSync(mkdtempSync(join(tmpdir(), "csops-reliability-")))
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const { root, secrets } = openInstallation(process.env)
  const { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY } = secrets()

  const environment: Readonly<Record<string, string | undefined>> = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    PORT: String(port),
    NEXTAUTH_URL: origin,
    CSOPS_HOME: home,
    CSOPS_DEMO_PASSWORD: demoPassword,
    CSOPS_DEMO_WORLD: "small",
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
  }

  function start(): Launcher {
    const flags = ["--disable-warning=ExperimentalWarning", "--conditions=react-server"]
    const child = spawn(process.execPath, [...flags, join(root, "bin/start.ts")], {
      cwd: root,
      env: environment as NodeJS.ProcessEnv,
      stdio: ["ignore", "pipe", "pipe"],
    })
    if (child.pid === undefined) throw new Error("The launcher could not be started.")
    const said: string[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => said.push(String(chunk)))
    return {
      pid: child.pid,
      output: () => said.join(""),
      isAlive: () => child.exitCode === null && child.signalCode === null,
      exited: new Promise((resolve) =>
        child.once("exit", (status, signal) => resolve(signal ?? status ?? -1)),
      ),
      kill: (signal) => void child.kill(signal),
    }
  }

  const record = (): RunRecord | null => readRunRecord(home)
  const postmaster = () => {
    const seen = readPostmaster(clusterFolder(home) ?? home)
    return seen.state === "alive" ? seen : null
  }
  const databaseUrl = (user: "csops_app" | "postgres"): string => {
    const cluster = readClusterRecord(home)
    if (!cluster?.port) throw new Error("The cluster has no port yet.")
    return clusterUrl(cluster, user, cluster.port, databaseName)
  }

  /** Serving from this launcher's own record, with database and pages. */
  const untilServing = (withinMs: number) =>
    eventually("the product serves", { withinMs }, async () => {
      const { web } = record()?.processes ?? {}
      return (
        record()?.phase === "running" &&
        web !== undefined &&
        identify(web.pid)?.startedAt === web.startedAt &&
        (await statusOf(`${origin}/api/health/ready`)) === 200
      )
    })

  /** Every process that has this folder as its home, or as its database. */
  function processes(): { pid: number; command: string }[] {
    const cluster = clusterFolder(home)
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid && identify(Number(name)))
      .map(Number)
      .filter((pid) => environmentOf(pid).includes(`CSOPS_HOME=${home}`) || workingFolder(pid) === cluster)
      .map((pid) => ({ pid, command: commandOf(pid) }))
  }

  async function remove(): Promise<void> {
    await eventually("all processes are gone", { withinMs: 30_000 }, () => {
      const left = processes()
      for (const { pid } of left) killForGood(pid)
      return left.length === 0
    })
    await removeCluster(home)
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }

  return { home, port, origin, start, record, postmaster, databaseUrl, untilServing, processes, remove }
}

/** Ends a process that may have ended meanwhile, as servers do with their postmaster. */
function killForGood(pid: number): void {
  try {
    process.kill(pid, "SIGKILL")
  } catch (error) {
    if (codeOf(error) !== "ESRCH") throw error
  }
}

function environmentOf(pid: number): string[] {
  const path = `/proc/${pid}/environ`
  try {
    return existsSync(path) ? readFileSync(path, "utf8").split("\0") : []
  } catch {
    return []
  }
}

export type LauncherFolder = Awaited<ReturnType<typeof launcherFolder>>
