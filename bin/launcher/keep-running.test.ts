import { setTimeout as sleep } from "node:timers/promises"
import { expect, test } from "vitest"
import { identify } from "../processes/identity.ts"
import { keepRunning, nextPause } from "./keep-running.ts"

test("pauses double up to five seconds, and are short again after a settled run", () => {
  const pauses = [100]
  for (let turn = 0; turn < 7; turn++) pauses.push(nextPause(pauses.at(-1) ?? 0, 50))
  expect(pauses.slice(1)).toEqual([200, 400, 800, 1_600, 3_200, 5_000, 5_000])
  expect(nextPause(5_000, 60_000)).toBe(200)
})

test("a program that ends is started again, until it is stopped", async () => {
  const pids: number[] = []
  const lines: string[] = []
  const kept = keepRunning({
    name: "sample",
    args: ["-e", "setInterval(() => {}, 1000)"],
    cwd: "/",
    environment: { ...process.env, NODE_ENV: "test" },
    onChange: (pid) => pid && pids.push(pid),
    log: (line) => lines.push(line),
  })
  process.kill(pids[0] ?? 0, "SIGKILL")
  while (pids.length < 2) await sleep(20)
  expect(lines).toEqual([expect.stringContaining("The sample process ended (signal SIGKILL)")])
  await kept.stop(5_000)
  expect(pids.map(identify)).toEqual([null, null])
})
