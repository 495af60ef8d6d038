import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"
import { z } from "zod"
import type { Account } from "../account.ts"

const greeting = z.object({ port: z.number(), pid: z.number(), adopted: z.boolean(), ownerUrl: z.string() })

export type Holder = z.infer<typeof greeting> & {
  /** The program that started or adopted the server, not the server. */
  readonly program: ChildProcess
  /** Asks the program to leave; tells what became of the server. */
  leave(): Promise<string>
}

export type HoldOptions = {
  readonly dataDir: string
  readonly program?: string
  readonly node?: string
  readonly account?: Account
}

export function spawnHolder({
  dataDir,
  program,
  node = process.execPath,
  account,
}: HoldOptions): ChildProcess {
  const file = program ?? new URL("./hold.ts", import.meta.url).pathname
  return spawn(node, ["--disable-warning=ExperimentalWarning", file, dataDir], {
    cwd: "/",
    stdio: ["ignore", "pipe", "pipe"],
    env: { NODE_ENV: "test", PATH: process.env.PATH, HOME: dataDir },
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
  })
}

/** Another program on the same folder, as soon as it has the server. */
export async function hold(options: HoldOptions): Promise<Holder> {
  const child = spawnHolder(options)
  if (!child.stdout || !child.stderr) throw new Error("the program has no output")
  const complaints: string[] = []
  child.stderr.on("data", (chunk) => complaints.push(String(chunk)))
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const first = await lines.next()
  if (first.done) throw new Error(`The program ended without a server:\n${complaints.join("")}`)
  return {
    ...greeting.parse(JSON.parse(first.value)),
    program: child,
    async leave() {
      child.kill("SIGTERM")
      const last = await lines.next()
      if (child.exitCode === null) await once(child, "exit")
      return last.done ? complaints.join("") : last.value
    },
  }
}
