import { existsSync, rmSync } from "node:fs"
import { join } from "node:path"
import { tryExclusiveLock, waitForLock } from "../processes/file-lock.ts"
import { readClusterRecord } from "./cluster-record.ts"
import { endLeftovers, endServer, readPostmaster } from "./postmaster.ts"
import { shelterOf } from "./shelter.ts"

/** A program that was killed holds its locks until the system has cleared it away. */
const dyingMs = 5_000

function recordedFolder(dataDir: string): string | null {
  try {
    return readClusterRecord(dataDir)?.relocatedTo ?? null
  } catch {
    return null
  }
}

/** Stops the embedded server of a data folder and deletes its database for good. Refused while programs use it. */
export async function removeCluster(dataDir: string): Promise<void> {
  const lock = join(dataDir, "postgres.users")
  const alone = await waitForLock(() => tryExclusiveLock(lock), {
    timeoutMs: dyingMs,
    waitingFor: `the programs that use the database in ${dataDir}: stop CS-Ops and its commands first`,
  })
  try {
    const folders = [join(dataDir, "postgres"), recordedFolder(dataDir) ?? join(shelterOf(dataDir), "data")]
    for (const folder of folders.filter((path) => existsSync(path))) {
      const postmaster = readPostmaster(folder)
      if (postmaster.state === "alive") await endServer(folder, postmaster.identity)
      await endLeftovers(folder)
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    }
    rmSync(shelterOf(dataDir), { recursive: true, force: true })
    rmSync(join(dataDir, "postgres.json"), { force: true })
  } finally {
    alone.release()
  }
}
