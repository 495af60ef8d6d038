import { existsSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs"
import { basename, join } from "node:path"
import { endProcess } from "../processes/end-process.ts"
import { commandOf, identify, type ProcessIdentity, workingFolder } from "../processes/identity.ts"

/** What `postmaster.pid` says, compared with the processes that really run. */
export type Postmaster =
  | { readonly state: "absent" }
  | { readonly state: "stale" }
  | {
      readonly state: "alive"
      readonly identity: ProcessIdentity
      readonly port: number
      readonly phase: string
    }

/** Lines of `postmaster.pid`: id, folder, start, port, socket folder, address, shared memory, phase. */
export function parsePostmasterFile(text: string): { pid: number; port: number; phase: string } | null {
  const lines = text.split("\n").map((line) => line.trim())
  const pid = Math.abs(Number(lines[0]))
  return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]), phase: lines[7] ?? "" } : null
}

function servesFolder(pid: number, clusterDir: string): boolean {
  const folder = workingFolder(pid)
  if (folder !== undefined) return folder === clusterDir
  return basename(commandOf(pid)).startsWith("postgres")
}

const fileOf = (clusterDir: string) => join(clusterDir, "postmaster.pid")

export function readPostmaster(clusterDir: string): Postmaster {
  const file = fileOf(clusterDir)
  if (!existsSync(file)) return { state: "absent" }
  const written = parsePostmasterFile(readFileSync(file, "utf8"))
  const identity = written ? identify(written.pid) : null
  if (!written || !identity || !servesFolder(identity.pid, realpathSync(clusterDir)))
    return { state: "stale" }
  return { state: "alive", identity, port: written.port, phase: written.phase }
}

function leftovers(clusterDir: string): ProcessIdentity[] {
  if (process.platform !== "linux" || !existsSync(clusterDir)) return []
  const folder = realpathSync(clusterDir)
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => workingFolder(pid) === folder && basename(commandOf(pid)).startsWith("postgres"))
    .map(identify)
    .filter((identity) => identity !== null)
}

/**
 * Ends the workers that a killed postmaster left behind, which hold its shared memory, and removes its file. The
 * server would refuse to start while they live, or while the file's process id is dead but not yet collected, or has
 * been given to a stranger.
 */
export async function endLeftovers(clusterDir: string): Promise<void> {
  await Promise.all(leftovers(clusterDir).map((left) => endProcess(left, { graceMs: 2_000, ask: "SIGQUIT" })))
  rmSync(fileOf(clusterDir), { force: true })
}

/** Stops the server in an orderly way (its "fast" mode), by force only when it does not listen. */
export async function endServer(clusterDir: string, postmaster: ProcessIdentity): Promise<void> {
  const how = await endProcess(postmaster, { graceMs: 30_000, ask: "SIGINT" })
  if (how === "forced") await endLeftovers(clusterDir)
}
