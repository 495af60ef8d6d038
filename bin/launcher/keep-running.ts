import { spawn } from "node:child_process"
import { closeSync } from "node:fs"
import { setTimeout as sleep } from "node:timers/promises"
import { endProcess } from "../processes/end-process.ts"
import { identify, type ProcessIdentity } from "../processes/identity.ts"
import { openLog } from "../processes/open-log.ts"

export type KeptProcess = {
  /** Resolves after SIGTERM was obeyed, or after the grace, when it was ended by force. */
  stop(graceMs: number): Promise<void>
}

type Part = {
  readonly name: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly environment: NodeJS.ProcessEnv
  /** Unset: the terminal. A file is handed to the child itself, which can outlive us. */
  readonly logFile?: string
  readonly onChange: (pid: number | undefined) => void
  readonly log: (line: string) => void
}

const settledAfterMs = 30_000
const firstPauseMs = 200
const longestPauseMs = 5_000

/** Wait before the next start: twice the last one up to five seconds; short again after a settled run. */
export function nextPause(lastPauseMs: number, livedMs: number): number {
  return livedMs >= settledAfterMs ? firstPauseMs : Math.min(lastPauseMs * 2, longestPauseMs)
}

/** Runs a Node program and starts it again whenever it ends unasked. */
export function keepRunning({ name, args, cwd, environment, logFile, onChange, log }: Part): KeptProcess {
  const stopping = new AbortController()
  let current: ProcessIdentity | null = null

  function runOnce(): Promise<string> {
    const file = logFile ? openLog(logFile) : undefined
    const output = file ?? "inherit"
    const child = spawn(process.execPath, args, {
      cwd,
      env: environment,
      detached: true,
      stdio: ["ignore", output, output],
    })
    if (file !== undefined) closeSync(file)
    current = child.pid ? identify(child.pid) : null
    onChange(child.pid)
    return new Promise((resolve) => {
      child.on("error", (error) => resolve(error.message))
      child.on("exit", (status, signal) => resolve(signal ? `signal ${signal}` : `status ${status}`))
    })
  }

  async function loop(): Promise<void> {
    let pause = firstPauseMs / 2
    while (!stopping.signal.aborted) {
      const started = performance.now()
      const ending = await runOnce()
      current = null
      onChange(undefined)
      if (stopping.signal.aborted) return
      pause = nextPause(pause, performance.now() - started)
      log(`The ${name} process ended (${ending}) and is started again.${logFile ? ` Log: ${logFile}` : ""}`)
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  const ended = loop()
  return {
    async stop(graceMs) {
      stopping.abort()
      if (current) await endProcess(current, { graceMs })
      await ended
    },
  }
}
