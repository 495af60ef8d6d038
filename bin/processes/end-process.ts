import { setTimeout as sleep } from "node:timers/promises"
import { codeOf } from "./failure.ts"
import { isAlive, type ProcessIdentity } from "./identity.ts"

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (codeOf(error) !== "ESRCH") throw error
  }
}

export async function waitUntilGone(identity: ProcessIdentity, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs
  while (isAlive(identity)) {
    if (performance.now() > deadline) return false
    await sleep(25)
  }
  return true
}

/** Asks a process to end, and ends it (with its group, when it leads one) once the grace has passed. */
export async function endProcess(
  identity: ProcessIdentity,
  { graceMs, ask = "SIGTERM" }: { graceMs: number; ask?: NodeJS.Signals },
): Promise<"asked" | "forced"> {
  if (isAlive(identity)) signal(identity.pid, ask)
  if (await waitUntilGone(identity, graceMs)) return "asked"
  signal(-identity.pid, "SIGKILL")
  signal(identity.pid, "SIGKILL")
  if (await waitUntilGone(identity, 5_000)) return "forced"
  throw new Error(`Process ${identity.pid} does not end, not even by force. End it by hand and start again.`)
}
