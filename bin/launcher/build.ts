import { spawn } from "node:child_process"
import { closeSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { tryExclusiveLock, waitForLock } from "../processes/file-lock.ts"
import { lastLines, openLog } from "../processes/open-log.ts"
import { buildFingerprint } from "./build-fingerprint.ts"

type Build = {
  readonly root: string
  readonly dataDir: string
  readonly environment: NodeJS.ProcessEnv
  readonly onStart?: (pid: number | undefined) => void
  readonly signal?: AbortSignal
}

const stampOf = (root: string) => join(root, ".next/csops-build")

export function isBuilt({ root, environment }: Pick<Build, "root" | "environment">): boolean {
  const stamp = stampOf(root)
  if (!existsSync(stamp) || !existsSync(join(root, ".next/BUILD_ID"))) return false
  return readFileSync(stamp, "utf8") === fingerprint({ root, environment })
}

const fingerprint = ({ root, environment }: Pick<Build, "root" | "environment">) =>
  buildFingerprint(root, environment.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? "")

async function runBuild({ root, dataDir, environment, onStart, signal }: Build): Promise<void> {
  const logFile = join(dataDir, "logs/build.log")
  const log = openLog(logFile)
  const child = spawn(process.execPath, [join(root, "node_modules/next/dist/bin/next"), "build"], {
    cwd: root,
    env: environment,
    detached: true,
    stdio: ["ignore", log, log],
  })
  closeSync(log)
  onStart?.(child.pid)
  const end = () => child.kill("SIGTERM")
  signal?.addEventListener("abort", end)
  const failure = await new Promise<string | null>((resolve) => {
    child.on("error", (error) => resolve(error.message))
    child.on("exit", (status, endedBy) => resolve(status === 0 ? null : `status ${status ?? endedBy}`))
  })
  signal?.removeEventListener("abort", end)
  onStart?.(undefined)
  if (failure === null) return
  throw new Error(`The build failed (${failure}):\n${lastLines(logFile, 40)}\n\nThe whole log: ${logFile}`)
}

/** Builds the pages when the last build was not made of exactly these sources; one build at a time. */
export async function buildWhenStale(build: Build): Promise<"built" | "fresh"> {
  if (isBuilt(build)) return "fresh"
  const lock = await waitForLock(() => tryExclusiveLock(join(build.dataDir, "build.lock")), {
    timeoutMs: 600_000,
    waitingFor: "another build in this folder",
    signal: build.signal,
  })
  try {
    build.signal?.throwIfAborted()
    if (isBuilt(build)) return "fresh"
    const made = fingerprint(build)
    rmSync(stampOf(build.root), { force: true })
    await runBuild(build)
    mkdirSync(join(build.root, ".next"), { recursive: true })
    writeFileSync(stampOf(build.root), made)
    return "built"
  } finally {
    lock.release()
  }
}
