import { type ChildProcess, spawn } from "node:child_process"
import { join } from "node:path"
import { childEnvironment } from "#bin/launcher/child-environment.ts"
import { openInstallation } from "#bin/launcher/installation.ts"
import { statusOf } from "#bin/launcher/wait-until-ready.ts"
import { eventually } from "./eventually.ts"
import { freePort } from "./free-port.ts"

export type WebProcess = {
  readonly pid: number
  readonly port: number
  readonly origin: string
  /** What it printed, for words that a check expects. */
  readonly output: () => string
  readonly isAlive: () => boolean
  readonly exited: Promise<number | NodeJS.Signals>
  readonly kill: (signal: NodeJS.Signals) => void
  /** Ends it by force, when it still runs. */
  readonly end: () => Promise<void>
}

type Start = { appUrl: string; port?: number; environment?: Readonly<Record<string, string>> }

/** The built product's web server, as the launcher starts it, on a port of its own. Does not wait for it. */
export async function spawnWeb({ appUrl, port: wanted, environment = {} }: Start): Promise<WebProcess> {
  const port = wanted ?? (await freePort())
  const origin = `http://127.0.0.1:${port}`
  const { root, dataDir, secrets } = openInstallation(process.env)
  const next = join(root, "node_modules/next/dist/bin/next")
  const child = spawn(process.execPath, [next, "start", "-p", String(port), "-H", "127.0.0.1"], {
    cwd: root,
    env: {
      ...childEnvironment({ base: process.env, secrets: secrets(), appUrl, address: origin, dataDir }),
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  })
  return webProcess(child, { port, origin })
}

function webProcess(child: ChildProcess, { port, origin }: { port: number; origin: string }): WebProcess {
  const { pid } = child
  if (pid === undefined) throw new Error("The web server could not be started.")
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => said.push(String(chunk)))
  const exited = new Promise<number | NodeJS.Signals>((resolve) =>
    child.once("exit", (status, signal) => resolve(signal ?? status ?? -1)),
  )
  const isAlive = () => child.exitCode === null && child.signalCode === null
  return {
    pid,
    port,
    origin,
    exited,
    isAlive,
    output: () => said.join(""),
    kill: (signal) => void child.kill(signal),
    end: async () => {
      if (isAlive()) child.kill("SIGKILL")
      await exited
    },
  }
}

/** The same, ready to serve. */
export async function startWeb(start: Start): Promise<WebProcess> {
  const web = await spawnWeb(start)
  await eventually(`the web server is ready\n${web.output()}`, { withinMs: 60_000 }, async () => {
    if (!web.isAlive()) throw new Error(`The web server ended:\n${web.output()}`)
    return (await statusOf(`${web.origin}/api/health/ready`)) === 200
  })
  return web
}
