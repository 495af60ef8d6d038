import { setTimeout as sleep } from "node:timers/promises"
import type { RunningServer } from "./boot.ts"

export type Supervision = {
  current(): RunningServer
  /** Ends the watch, after a restart under way, and tells which server runs; null when none does. */
  cease(): Promise<RunningServer | null>
  readonly exited: Promise<Error | null>
}

type Hands = {
  isServing: (server: RunningServer) => boolean
  restart: () => Promise<RunningServer>
  log: (line: string) => void
}

const mostFailuresInARow = 10

/** Looks at the server four times a second and starts it again when it has died unasked. */
export function superviseServer(first: RunningServer, { isServing, restart, log }: Hands): Supervision {
  const ceasing = new AbortController()
  let server = first

  async function pause(milliseconds: number, ref: boolean): Promise<void> {
    await sleep(milliseconds, undefined, { ref, signal: ceasing.signal }).catch(() => undefined)
  }

  async function revive(): Promise<Error | null> {
    log("Postgres has ended unexpectedly and is being started again.")
    for (let failures = 1; !ceasing.signal.aborted; failures++) {
      try {
        server = await restart()
        log("Postgres is back.")
        return null
      } catch (error) {
        const words = error instanceof Error ? error : new Error(String(error))
        if (failures === mostFailuresInARow) return words
        log(words.message)
        await pause(Math.min(200 * 2 ** failures, 5_000), true)
      }
    }
    return null
  }

  async function watch(): Promise<Error | null> {
    while (!ceasing.signal.aborted) {
      // Not a reason of its own for the program to stay.
      await pause(250, false)
      if (ceasing.signal.aborted || isServing(server)) continue
      const failure = await revive()
      if (failure) return failure
    }
    return null
  }

  const exited = watch()
  return {
    current: () => server,
    exited,
    async cease() {
      ceasing.abort()
      await exited
      return isServing(server) ? server : null
    },
  }
}
