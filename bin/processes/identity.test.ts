import { spawn } from "node:child_process"
import { once } from "node:events"
import { expect, test } from "vitest"
import { endProcess } from "./end-process.ts"
import { identify, isAlive, parseProcStat } from "./identity.ts"

test("a process name may hold brackets and spaces", () => {
  const after = "S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 424242 20"
  expect(parseProcStat(`4711 (node (a) b) ${after}`)).toEqual({ state: "S", startTicks: "424242" })
})

test("a text that is no process line is nobody", () => {
  expect(parseProcStat("")).toBeNull()
  expect(parseProcStat("4711 (node) S 1")).toBeNull()
})

test("we are alive, and a number given to another process is not us", () => {
  const us = identify(process.pid)
  expect(us && isAlive(us)).toBe(true)
  expect(isAlive({ pid: process.pid, startedAt: "another start" })).toBe(false)
})

test("numbers that mean groups or everybody are nobody", () => {
  for (const pid of [0, 1, -1, 1.5, Number.NaN]) expect(identify(pid)).toBeNull()
})

test("a process that ignores the request is ended by force", async () => {
  const stubborn = spawn(
    process.execPath,
    ["-e", 'process.on("SIGTERM",()=>{});setInterval(()=>{},9);console.log(1)'],
    {
      detached: true,
    },
  )
  await once(stubborn.stdout, "data")
  const identity = identify(stubborn.pid ?? 0)
  if (!identity) throw new Error("the process did not start")
  expect(await endProcess(identity, { graceMs: 100 })).toBe("forced")
  expect(isAlive(identity)).toBe(false)
})
