import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { canReach } from "./account.ts"

const stranger = { name: "stranger", uid: 54_321, gid: 54_321 }
const us = { name: "us", uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }

let top: string
let inner: string
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), "csops-reach-"))
  inner = join(top, "a/b")
  mkdirSync(inner, { recursive: true, mode: 0o755 })
  for (const folder of [top, join(top, "a"), inner]) chmodSync(folder, 0o755)
})
afterEach(() => rmSync(top, { recursive: true, force: true }))

test("an open path is open to a stranger", () => {
  expect(canReach(inner, stranger, 5)).toBe(true)
})

test.each([0o700, 0o750, 0o744])("one closed folder above closes the path (mode %o)", (mode) => {
  chmodSync(join(top, "a"), mode)
  expect(canReach(inner, stranger, 1)).toBe(false)
  expect(canReach(inner, us, 1)).toBe(true)
})

test("passing through is not reading", () => {
  chmodSync(inner, 0o711)
  expect(canReach(inner, stranger, 1)).toBe(true)
  expect(canReach(inner, stranger, 5)).toBe(false)
})
