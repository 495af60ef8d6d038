import { join } from "node:path"
import { identify } from "../processes/identity.ts"
import { lastLines } from "../processes/open-log.ts"
import { childEnvironment } from "./child-environment.ts"
import type { Installation } from "./installation.ts"
import { type KeptProcess, keepRunning } from "./keep-running.ts"
import { leanFlags, pageFlags } from "./node-flags.ts"
import { type RunningPart, type RunRecord, writeRunRecord } from "./run-record.ts"

/** Writes down, at once, which processes run: the next start ends them if this one is killed. */
export function openRunRecord({ address, reachedAt, dataDir }: Installation) {
  let record: RunRecord = { address, reachedAt, phase: "starting", processes: {} }
  writeRunRecord(dataDir, record)
  return {
    note: (part: RunningPart, pid: number | undefined) => {
      const identity = pid ? identify(pid) : null
      const { [part]: _, ...others } = record.processes
      record = { ...record, processes: identity ? { ...others, [part]: identity } : others }
      writeRunRecord(dataDir, record)
    },
    running: () => {
      record = { ...record, phase: "running" }
      writeRunRecord(dataDir, record)
    },
  }
}

type Start = {
  readonly installation: Installation
  readonly appUrl: string
  readonly note: (part: RunningPart, pid: number | undefined) => void
  readonly log: (line: string) => void
}

function start(
  part: "web" | "worker",
  args: readonly string[],
  { installation, appUrl, note, log }: Start,
): KeptProcess {
  const { root, dataDir, address } = installation
  return keepRunning({
    name: part,
    args,
    cwd: root,
    environment: childEnvironment({
      base: process.env,
      secrets: installation.secrets(),
      appUrl,
      address,
      dataDir,
    }),
    logFile: logOf(installation, part),
    onChange: (pid) => note(part, pid),
    log,
  })
}

export function startWeb(how: Start): KeptProcess {
  const { root, env } = how.installation
  const next = join(root, "node_modules/next/dist/bin/next")
  return start("web", [...pageFlags, next, "start", "-p", String(env.PORT), "-H", env.HOST], how)
}

export function startWorker(how: Start): KeptProcess {
  const flags = ["--disable-warning=ExperimentalWarning", "--conditions=react-server", ...leanFlags]
  return start("worker", [...flags, join(how.installation.root, "bin/worker.ts")], how)
}

const logOf = ({ dataDir }: Installation, part: "web" | "worker") => join(dataDir, `logs/${part}.log`)

export const lastWords = (installation: Installation, part: "web" | "worker") =>
  `Last lines of ${logOf(installation, part)}:\n${lastLines(logOf(installation, part), 15)}`
