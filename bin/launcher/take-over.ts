import { endProcess } from "../processes/end-process.ts"
import { isAlive } from "../processes/identity.ts"
import { readRunRecord } from "./run-record.ts"

/** Ends what a killed launcher left behind; a process that was given one of its numbers since is let be. */
export async function endOrphans(dataDir: string, log: (line: string) => void): Promise<void> {
  const left = Object.entries(readRunRecord(dataDir)?.processes ?? {}).filter(([, process]) =>
    isAlive(process),
  )
  if (left.length === 0) return
  log(`An earlier start was killed; ending what it left: ${left.map(([part]) => part).join(", ")}.`)
  await Promise.all(left.map(([, process]) => endProcess(process, { graceMs: 5_000 })))
}
