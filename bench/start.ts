import { spawn, spawnSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { freePort } from "#e2e/reliability/kit/free-port.ts"
import type { Bench } from "./bench.ts"

const firstGoalSeconds = 240
const laterGoalSeconds = 15
const laterStarts = 3
const root = join(import.meta.dirname, "..")

/** A fresh clone of the committed state, started as a newcomer does, with whatever packages npm has cached. */
async function run(): Promise<{ figure: string; holds: boolean }> {
  const clone = mkdtempSync(join(tmpdir(), "csops-bench-start-"))
  try {
    const cloned = spawnSync("git", ["clone", "--quiet", root, clone], { stdio: "inherit" })
    if (cloned.status !== 0) throw new Error("git clone failed")
    const port = await freePort()
    const first = await secondsToReady(clone, port)
    console.log(`first start ${first.toFixed(1)} s`)
    const later: number[] = []
    for (let nth = 1; nth <= laterStarts; nth++) {
      const seconds = await secondsToReady(clone, port)
      console.log(`later start ${nth} ${seconds.toFixed(1)} s`)
      later.push(seconds)
    }
    const slowest = Math.max(...later)
    return {
      figure: `${first.toFixed(1)} s first, ${slowest.toFixed(1)} s later at most`,
      holds: first <= firstGoalSeconds && slowest <= laterGoalSeconds,
    }
  } finally {
    rmSync(clone, { recursive: true, force: true })
  }
}

/** Runs `npm start` until the sign-in page answers 200, then stops it and waits for its end. */
async function secondsToReady(clone: string, port: number): Promise<number> {
  const begun = performance.now()
  const started = spawn("npm", ["start"], {
    cwd: clone,
    env: { ...process.env, PORT: String(port), DATABASE_URL: "", CSOPS_HOME: "" },
    stdio: ["ignore", "ignore", "inherit"],
  })
  const ended = new Promise<number | null>((resolve) => started.once("exit", resolve))
  try {
    await answers(`http://127.0.0.1:${port}/sign-in`, ended)
    return (performance.now() - begun) / 1_000
  } finally {
    started.kill("SIGTERM")
    await ended
    await portIsFree(port)
  }
}

async function answers(url: string, ended: Promise<number | null>): Promise<void> {
  let code: number | null | undefined
  void ended.then((status) => {
    code = status
  })
  for (let tries = 0; tries < 6_000; tries++) {
    if (code !== undefined) throw new Error(`npm start ended with ${code} before it answered`)
    const response = await fetch(url).catch(() => null)
    if (response?.status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${url} did not answer within ten minutes`)
}

async function portIsFree(port: number): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const isFree = await fetch(`http://127.0.0.1:${port}/api/health/live`).then(
      () => false,
      () => true,
    )
    if (isFree) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error("the product did not stop within thirty seconds")
}

export const start: Bench = {
  name: "start",
  about: "npm start on a fresh clone, then again three times.",
  goal: `first page <= ${firstGoalSeconds} s, later starts <= ${laterGoalSeconds} s`,
  run,
}
