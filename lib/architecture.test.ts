import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { faultsOf, type Source } from "./testing/architecture-rules.ts"

const root = join(import.meta.dirname, "..")
const roots = ["app", "components", "lib", "db", "bin", "e2e", "bench"]

function filesBelow(folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return filesBelow(path)
    return /\.tsx?$/.test(entry.name) ? [path] : []
  })
}

const sources: Source[] = roots
  .flatMap(filesBelow)
  .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }))

test("the tree keeps to its rooms", () => {
  expect(sources.length).toBeGreaterThan(100)
  expect(faultsOf(sources)).toEqual([])
})

test.each<[string, string, string]>([
  ["lib/health/x.ts", 'import { pool } from "#db/client.ts"', "may not import db/client.ts"],
  ["lib/health/x.ts", 'import { env } from "../platform/env.ts"', "may not import lib/platform/env.ts"],
  ["lib/health/x.ts", 'import { readFileSync } from "node:fs"', "may not import node:fs"],
  ["lib/health/x.ts", 'const x = await import("react")', "may not import react"],
  [
    "lib/platform/x.ts",
    'import { inWorkspace } from "#db/in-workspace.ts"',
    "may not import db/in-workspace.ts",
  ],
  ["lib/health/x.ts", "export const now = () => Date.now()", "uses Date.now()"],
  ["lib/health/x.ts", "export const now = () => new Date()", "uses new Date()"],
  ["lib/health/x.ts", "export const key = process.env.KEY", "uses process"],
  ["lib/math/x.ts", "export const half = 0.5", "names no source"],
  [
    "db/queries/x.ts",
    'import { action } from "#lib/server/action.ts"',
    "may not import lib/server/action.ts",
  ],
  ["db/queries/x.ts", "export async function rows(on: Db = pool().db) {}", "a default"],
  ["lib/server/jobs/x.ts", 'import { World } from "#lib/demo/world.ts"', "may not know lib/demo/world.ts"],
  ["lib/health/x.ts", 'import { lossHazard } from "../demo/hazard.ts"', "may not know lib/demo/hazard.ts"],
  ["db/queries/x.ts", 'import type { Loss } from "#lib/demo/truth.ts"', "may not know lib/demo/truth.ts"],
  ["app/x/page.tsx", 'import { planted } from "#lib/demo/planted.ts"', "may not know lib/demo/planted.ts"],
  ["db/queries/x.ts", "export async function rows(filter: Filter, on: Db) {}", "takes filter before"],
  ["db/commands/x.ts", "export async function rescore(caller: Caller) {}", "takes caller before"],
  [
    "db/commands/x.ts",
    "export async function write(on: Db, caller: Caller) { await on.insert(x) }",
    "permission",
  ],
  ["components/x.tsx", 'import { inWorkspace } from "#db/in-workspace.ts"', "may not import db"],
  ["components/x.tsx", 'import { judge } from "#app/(desk)/actions.ts"', "may not import app"],
  ["components/x.tsx", 'import { Line } from "recharts"', "may not import recharts"],
  ["components/x.tsx", "export const load = () => fetch('/api')", "may not fetch"],
  ["app/x/page.tsx", 'import { sql } from "drizzle-orm"', "may not import drizzle-orm"],
  [
    "app/x/page.tsx",
    'import { account } from "#db/schema/accounts.ts"',
    "may not import db/schema/accounts.ts",
  ],
  ["app/x/actions.ts", '"use server"\nexport async function wipe() { await remove() }', "without a gate"],
  ["components/x.tsx", "const caller = mintCaller({})", "mints a caller"],
  ["lib/health/utils.ts", "export const x = 1", "the name says nothing"],
  ["lib/health/x.ts", "\n".repeat(301), "has 302 lines"],
])("a planted fault is caught: %s %s", (path, text, fault) => {
  expect(faultsOf([{ path, text }]).join("\n")).toContain(fault)
})

test("a planted cycle between two rooms of lib is caught", () => {
  const faults = faultsOf([
    { path: "lib/health/a.ts", text: 'import { b } from "#lib/accounts/b.ts"' },
    { path: "lib/accounts/b.ts", text: 'import { a } from "../health/a.ts"' },
  ])
  expect(faults).toEqual(["lib/health is part of a cycle", "lib/accounts is part of a cycle"])
})

test("every path that ARCHITECTURE.md names exists", () => {
  const text = readFileSync(join(root, "ARCHITECTURE.md"), "utf8")
  const named = [
    ...text.matchAll(/`((?:app|components|lib|db|bin|e2e|bench|drizzle|public)\/[^`\s*<>{}]*)`/g),
  ]
  const missing = named.map((match) => match[1] ?? "").filter((path) => !existsSync(join(root, path)))
  expect(named.length).toBeGreaterThan(10)
  expect(missing).toEqual([])
})
