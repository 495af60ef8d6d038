import { setTimeout as sleep } from "node:timers/promises"
import type { FileLock } from "../processes/file-lock.ts"
import { type RunRecord, readRunRecord } from "./run-record.ts"
import { statusOf } from "./wait-until-ready.ts"

export type Neighbour =
  /** The other launcher has ended meanwhile, and the lock is ours. */
  | { readonly state: "gone"; readonly lock: FileLock }
  | { readonly state: "running" | "starting" | "silent"; readonly record: RunRecord | null }

/** Waits for the launcher that holds this folder until its address answers, or until it lets go. */
export async function meetNeighbour({
  dataDir,
  tryLock,
  timeoutMs,
}: {
  dataDir: string
  tryLock: () => FileLock | null
  timeoutMs: number
}): Promise<Neighbour> {
  const deadline = performance.now() + timeoutMs
  for (;;) {
    const record = readRunRecord(dataDir)
    const isUp =
      record?.phase === "running" && (await statusOf(`${record.reachedAt}/api/health/live`)) === 200
    if (isUp) return { state: "running", record }
    const lock = tryLock()
    if (lock) return { state: "gone", lock }
    if (performance.now() > deadline)
      return { state: record?.phase === "running" ? "silent" : "starting", record }
    await sleep(250)
  }
}
