import { DatabaseSync } from "node:sqlite"
import { setTimeout as sleep } from "node:timers/promises"
import { codeOf, wordsOf } from "./failure.ts"

/** Held until released, or until the process ends, however it ends. */
export type FileLock = { release(): void }

const busy = 5

function open(path: string, begin: string): FileLock | null {
  const database = new DatabaseSync(path, { timeout: 0 })
  try {
    database.exec(begin)
  } catch (error) {
    database.close()
    if (codeOf(error) === busy) return null
    throw new Error(`The lock ${path} cannot be taken (${wordsOf(error)}). May this account write there?`, {
      cause: error,
    })
  }
  return {
    release() {
      if (database.isOpen) database.close()
    },
  }
}

/** One holder at a time; null when another process, or another caller here, has it. */
export const tryExclusiveLock = (path: string) => open(path, "BEGIN EXCLUSIVE")

/** Any number of holders, none while somebody holds the same file exclusively. */
export const trySharedLock = (path: string) => open(path, "BEGIN; SELECT count(*) FROM sqlite_schema")

export async function waitForLock(
  take: () => FileLock | null,
  {
    timeoutMs,
    waitingFor,
    signal,
  }: { timeoutMs: number; waitingFor: string; signal?: AbortSignal | undefined },
): Promise<FileLock> {
  const deadline = performance.now() + timeoutMs
  for (;;) {
    const lock = take()
    if (lock) return lock
    if (performance.now() > deadline) {
      throw new Error(`Gave up after ${Math.round(timeoutMs / 1000)} s of waiting for ${waitingFor}.`)
    }
    await sleep(50, undefined, { signal })
  }
}
