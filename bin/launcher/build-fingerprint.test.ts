import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { buildFingerprint } from "./build-fingerprint.ts"

let root: string
const write = (path: string, text: string) => {
  mkdirSync(join(root, path, ".."), { recursive: true })
  writeFileSync(join(root, path), text)
}
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "csops-sources-"))
  write("app/page.tsx", "one")
  write("package-lock.json", "{}")
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

test("the same sources have the same fingerprint", () => {
  const before = buildFingerprint(root, "key")
  write("app/page.tsx", "two")
  write("app/page.tsx", "one")
  expect(buildFingerprint(root, "key")).toBe(before)
})

test.each([
  ["a changed page", () => write("app/page.tsx", "two")],
  ["a new file", () => write("lib/health/score.ts", "")],
  ["a moved file", () => renameSync(join(root, "app/page.tsx"), join(root, "app/other.tsx"))],
  ["other packages", () => write("package-lock.json", '{ "a": 1 }')],
  ["the guard in front", () => write("proxy.ts", "")],
])("%s asks for a build", (_, change) => {
  const before = buildFingerprint(root, "key")
  change()
  expect(buildFingerprint(root, "key")).not.toBe(before)
})

test("another key asks for a build", () => {
  expect(buildFingerprint(root, "another")).not.toBe(buildFingerprint(root, "key"))
})

test.each([
  ["a test", "lib/health/score.test.ts"],
  ["a journey", "e2e/journeys/first.spec.ts"],
  ["the launcher", "bin/start.ts"],
])("%s does not ask for a build", (_, path) => {
  const before = buildFingerprint(root, "key")
  write(path, "changed")
  expect(buildFingerprint(root, "key")).toBe(before)
})
