import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { parsePostmasterFile, readPostmaster } from "./postmaster.ts"

const file = (pid: number) => `${pid}\n/srv/data\n1790000000\n40001\n\n127.0.0.1\n  12345  6\nready   \n`

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "csops-cluster-"))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test("process, port and phase are read", () => {
  expect(parsePostmasterFile(file(4711))).toEqual({ pid: 4711, port: 40_001, phase: "ready" })
})

test("a file cut short by a crash names nobody, or a server that is not ready", () => {
  expect(parsePostmasterFile("")).toBeNull()
  expect(parsePostmasterFile("4711\n")?.phase).toBe("")
})

test("a folder without the file has no server", () => {
  expect(readPostmaster(folder)).toEqual({ state: "absent" })
})

test("a process id that was given to another program is stale, though it is alive", () => {
  writeFileSync(join(folder, "postmaster.pid"), file(process.pid))
  expect(readPostmaster(folder)).toEqual({ state: "stale" })
})
