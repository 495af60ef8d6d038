import { spawnSync } from "node:child_process"
import { chownSync, existsSync, statSync } from "node:fs"
import { dirname, join } from "node:path"
import { afterEach, expect, test } from "vitest"
import { identify } from "../processes/identity.ts"
import { readClusterRecord } from "./cluster-record.ts"
import { removeCluster } from "./remove-cluster.ts"
import { shelterOf } from "./shelter.ts"
import { type CopiedClone, copyClone } from "./testing/copied-clone.ts"
import { hold } from "./testing/holder.ts"

const isRoot = process.getuid?.() === 0
let clone: CopiedClone | undefined

afterEach(async () => {
  if (clone && existsSync(clone.dataDir)) await removeCluster(clone.dataDir)
  clone?.remove()
})

const accountOf = (pid: number) =>
  spawnSync("ps", ["-o", "uid=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim()

function nobody() {
  const [uid, gid] = ["-u", "-g"].map((flag) =>
    Number(spawnSync("id", [flag, "nobody"], { encoding: "utf8" }).stdout),
  )
  return { name: "nobody", uid: uid ?? -1, gid: gid ?? -1 }
}

test("a clone behind a closed folder works: root's server moves to where its account may go", async () => {
  clone = copyClone(0o700)
  const holder = await hold({ ...clone, program: clone.holdProgram })
  const record = readClusterRecord(clone.dataDir)
  expect(record?.relocatedTo).toBe(isRoot ? join(shelterOf(clone.dataDir), "data") : null)
  expect(accountOf(holder.pid)).not.toBe("0")
  expect(await holder.leave()).toBe("stopped")
  const again = await hold({ ...clone, program: clone.holdProgram })
  expect(again).toMatchObject({ adopted: false, port: holder.port })
  expect(await again.leave()).toBe("stopped")
  await removeCluster(clone.dataDir)
  expect(existsSync(shelterOf(clone.dataDir))).toBe(false)
})

test("a clone made anew at the path of a removed one begins empty, and the old database is put aside", async () => {
  clone = copyClone(0o700)
  const first = await hold({ ...clone, program: clone.holdProgram })
  first.program.kill("SIGKILL")
  const shelter = shelterOf(clone.dataDir)
  spawnSync("rm", ["-rf", clone.dataDir])
  const second = await hold({ ...clone, program: clone.holdProgram })
  expect(second.adopted).toBe(false)
  if (isRoot) {
    expect(identify(first.pid)).toBeNull()
    expect(spawnSync("ls", [shelter], { encoding: "utf8" }).stdout).toContain("data.left-")
  }
  expect(await second.leave()).toBe("stopped")
})

test("an ordinary user's server is his own, and everything lies in his clone", async () => {
  clone = copyClone(0o755)
  const account = isRoot ? nobody() : undefined
  if (account) chownSync(dirname(clone.dataDir), account.uid, account.gid)
  const holder = await hold({ ...clone, program: clone.holdProgram, ...(account ? { account } : {}) })
  expect(accountOf(holder.pid)).toBe(String(account?.uid ?? process.getuid?.()))
  expect(readClusterRecord(clone.dataDir)?.relocatedTo).toBeNull()
  expect(statSync(join(clone.dataDir, "postgres")).mode & 0o777).toBe(0o700)
  expect(await holder.leave()).toBe("stopped")
})
