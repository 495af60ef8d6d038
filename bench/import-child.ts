import { createReadStream, readFileSync } from "node:fs"
import { openPool, setPool } from "#db/client.ts"
import { type Caller, mintCaller } from "#lib/access/caller.ts"
import type { WorkspaceId } from "#lib/id.ts"
import { importSettings } from "#lib/imports/settings.ts"
import { checkImport } from "#lib/server/imports/check-import.ts"
import { receiveFile } from "#lib/server/imports/receive-file.ts"
import { writeImport } from "#lib/server/imports/write-import.ts"

export type ImportedInChild = {
  readonly receiveSeconds: number
  readonly checkSeconds: number
  readonly writeSeconds: number
  readonly signals: number
  readonly longestMs: number
  /** The most memory that the process ever held, as the system counts it. */
  readonly peakBytes: number
}

/** Imports one file in a process of its own, so that its memory is its own, and says so in one line of JSON. */
async function main([appUrl = "", workspaceId = "", path = ""]: readonly string[]): Promise<void> {
  const pool = openPool({ url: appUrl, max: 3, name: "csops-bench" })
  setPool(pool)
  const caller = callerIn(workspaceId as WorkspaceId)
  const bytes = createReadStream(path, { highWaterMark: 512 * 1024 })
  const received = await timed(() =>
    receiveFile(caller, { kind: "signals", fileName: "signals.csv", sourceKey: "bench", bytes }),
  )
  const { runId } = received.value
  const checked = await timed(() => checkImport(caller, runId, importSettings.parse({})))
  if (!checked.value.isWritable) throw new Error(JSON.stringify(checked.value.problems).slice(0, 2_000))
  const written = await timed(() => writeImport(caller, runId))
  await pool.close()
  const told: ImportedInChild = {
    receiveSeconds: received.seconds,
    checkSeconds: checked.seconds,
    writeSeconds: written.seconds,
    signals: written.value.signals,
    longestMs: written.value.longestMs,
    peakBytes: peakBytes(),
  }
  process.stdout.write(`${JSON.stringify(told)}\n`)
}

const callerIn = (workspaceId: WorkspaceId): Caller =>
  mintCaller({
    workspaceId,
    actor: { loginId: null, personId: null, name: "Bench", role: "admin", via: "command_line" },
    scopes: null,
    sessionId: null,
    requestId: null,
    now: new Date(),
  })

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; seconds: number }> {
  const begun = performance.now()
  const value = await work()
  return { value, seconds: (performance.now() - begun) / 1_000 }
}

/** Where the system keeps no such record, what it holds now must do. */
function peakBytes(): number {
  try {
    const status = readFileSync("/proc/self/status", "utf8")
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024
  } catch {
    return process.memoryUsage().rss
  }
}

await main(process.argv.slice(2))
