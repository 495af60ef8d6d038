import { readFileSync } from "node:fs"
import { expect, test } from "vitest"

const lock: unknown = JSON.parse(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8"))
const packages = (lock as { packages: Record<string, { version?: string }> }).packages

/** The oldest versions without a known hole that matters here; an older one must never be shipped again. */
const floors = {
  next: "16.3.8",
  "next-auth": "4.24.15",
  "drizzle-orm": "0.45.2",
  react: "19.2.1",
  "react-dom": "19.2.1",
} as const

const compare = (a: string, b: string): number => a.localeCompare(b, "en", { numeric: true })

test.each(Object.entries(floors))("every copy of %s is at least %s", (name, floor) => {
  const versions = Object.entries(packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, { version }]) => version ?? "0")
  expect(versions.length).toBeGreaterThan(0)
  for (const version of versions)
    expect(compare(version, floor), `${name} ${version}`).toBeGreaterThanOrEqual(0)
})

test("the comparison knows that 10 is more than 9", () => {
  expect(compare("16.10.0", "16.9.9")).toBeGreaterThan(0)
  expect(compare("16.3.7", "16.3.8")).toBeLessThan(0)
})
