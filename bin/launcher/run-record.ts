import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"
import { writeWholeFile } from "../processes/write-whole-file.ts"

const identity = z.object({ pid: z.number().int(), startedAt: z.string() })

const runRecord = z.object({
  address: z.string(),
  /** The address for this machine itself, which may differ behind a proxy. */
  reachedAt: z.string(),
  phase: z.enum(["starting", "running"]),
  /** Read by the next start when this launcher was killed and could not end them. */
  processes: z.partialRecord(z.enum(["build", "web", "worker"]), identity),
})

export type RunRecord = z.infer<typeof runRecord>
export type RunningPart = keyof RunRecord["processes"]

const pathOf = (dataDir: string) => join(dataDir, "run.json")

/** Null when there is none, or one of an older release that we cannot read. */
export function readRunRecord(dataDir: string): RunRecord | null {
  if (!existsSync(pathOf(dataDir))) return null
  try {
    return runRecord.parse(JSON.parse(readFileSync(pathOf(dataDir), "utf8")))
  } catch {
    return null
  }
}

export function writeRunRecord(dataDir: string, record: RunRecord): void {
  writeWholeFile(pathOf(dataDir), `${JSON.stringify(record, null, 2)}\n`)
}
