import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { tryExclusiveLock, trySharedLock, waitForLock } from "./file-lock.ts"

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "csops-lock-"))
  path = join(folder, "a.lock")
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test("an exclusive lock has one holder at a time", () => {
  const first = tryExclusiveLock(path)
  expect(first).not.toBeNull()
  expect(tryExclusiveLock(path)).toBeNull()
  first?.release()
  expect(tryExclusiveLock(path)).not.toBeNull()
})

test("shared locks keep an exclusive one out until the last is released", () => {
  const holders = [trySharedLock(path), trySharedLock(path)]
  expect(tryExclusiveLock(path)).toBeNull()
  holders[0]?.release()
  expect(tryExclusiveLock(path)).toBeNull()
  holders[1]?.release()
  expect(tryExclusiveLock(path)).not.toBeNull()
})

test("waiting ends in words", async () => {
  tryExclusiveLock(path)
  const waiting = waitForLock(() => tryExclusiveLock(path), { timeoutMs: 120, waitingFor: "a neighbour" })
  await expect(waiting).rejects.toThrow("waiting for a neighbour")
})

test("a killed holder leaves the lock free", async () => {
  const module = new URL("./file-lock.ts", import.meta.url).href
  const program = `import { tryExclusiveLock } from ${JSON.stringify(module)}
    globalThis.lock = tryExclusiveLock(${JSON.stringify(path)}); console.log("held"); setInterval(() => {}, 1000)`
  const holder = spawn(process.execPath, ["--no-warnings", "--input-type=module", "-e", program])
  await once(holder.stdout, "data")
  expect(tryExclusiveLock(path)).toBeNull()
  holder.kill("SIGKILL")
  await once(holder, "exit")
  expect(tryExclusiveLock(path)).not.toBeNull()
})
