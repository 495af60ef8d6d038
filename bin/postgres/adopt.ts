import { realpathSync } from "node:fs"
import { setTimeout as sleep } from "node:timers/promises"
import { waitUntilGone } from "../processes/end-process.ts"
import { codeOf, wordsOf } from "../processes/failure.ts"
import type { RunningServer } from "./boot.ts"
import { clusterUrl } from "./cluster-record.ts"
import type { Placement } from "./placement.ts"
import { readPostmaster } from "./postmaster.ts"
import { connectOnce } from "./roles.ts"

async function folderServedAt(placement: Placement, port: number): Promise<string> {
  const sql = connectOnce(clusterUrl(placement.record, "postgres", port, "postgres"))
  try {
    const [row] = await sql<{ data_directory: string }[]>`show data_directory`
    return row?.data_directory ?? ""
  } finally {
    await sql.end({ timeout: 2 })
  }
}

/**
 * The server that already runs on this folder, if one does: it must be a process at work in the folder, accept our
 * password, and name the folder as its own. One that is stopping is waited for; null then, as when none runs.
 */
export async function adoptServer(placement: Placement): Promise<RunningServer | null> {
  const deadline = performance.now() + 60_000
  let lastError: unknown
  for (;;) {
    const seen = readPostmaster(placement.clusterDir)
    if (seen.state !== "alive") return null
    if (seen.phase === "stopping") {
      await waitUntilGone(seen.identity, 1_000)
    } else if (seen.phase === "ready") {
      try {
        const folder = await folderServedAt(placement, seen.port)
        if (realpathSync(folder) === realpathSync(placement.clusterDir)) {
          return { identity: seen.identity, port: seen.port }
        }
        lastError = new Error(`port ${seen.port} serves another folder, ${folder}`)
      } catch (error) {
        lastError = error
        if (codeOf(error) === "28P01") break
      }
    }
    if (performance.now() > deadline) break
    await sleep(100)
  }
  const reason = lastError === undefined ? "it does not answer" : wordsOf(lastError)
  throw new Error(
    `A Postgres server runs on ${placement.clusterDir}, but cannot be used: ${reason}. ` +
      "End it (its process id is the first line of postmaster.pid there) and start again.",
    { cause: lastError },
  )
}
