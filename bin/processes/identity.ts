import { spawnSync } from "node:child_process"
import { readFileSync, readlinkSync } from "node:fs"

/** A process told apart from a later one that was given the same id. */
export type ProcessIdentity = { readonly pid: number; readonly startedAt: string }

/** State letter and start time (clock ticks since boot) from `/proc/<pid>/stat`; the name may hold spaces and brackets. */
export function parseProcStat(text: string): { state: string; startTicks: string } | null {
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ")
  const state = fields[0]
  const startTicks = fields[19]
  return state && startTicks ? { state, startTicks } : null
}

function readProc(path: string): string | null {
  try {
    return readFileSync(`/proc/${path}`, "utf8")
  } catch {
    return null
  }
}

/** Who runs under this id now; null when nobody does, or only a dead process nobody has collected. */
export function identify(pid: number): ProcessIdentity | null {
  if (!Number.isInteger(pid) || pid <= 1) return null
  if (process.platform === "linux") {
    const stat = parseProcStat(readProc(`${pid}/stat`) ?? "")
    if (!stat || stat.state === "Z" || stat.state === "X") return null
    const boot = readProc("sys/kernel/random/boot_id")?.trim() ?? ""
    return { pid, startedAt: `${boot}/${stat.startTicks}` }
  }
  const listed = spawnSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], { encoding: "utf8" })
  const [state, ...started] = listed.stdout.trim().split(/\s+/)
  return !state || state.startsWith("Z") ? null : { pid, startedAt: started.join(" ") }
}

export function isAlive(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.startedAt === identity.startedAt
}

/** The folder a process works in; undefined where the system does not tell. */
export function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

/** The first word of a process's command line, or its name. */
export function commandOf(pid: number): string {
  const line = readProc(`${pid}/cmdline`)
  if (line !== null) return line.split("\0")[0] ?? ""
  return spawnSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim()
}
