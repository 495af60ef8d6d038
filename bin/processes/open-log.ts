import { existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from "node:fs"
import { dirname } from "node:path"

const largestBytes = 10 * 1024 * 1024

/** A log opened for appending; one older file is kept. The descriptor is given to children, which may outlive us. */
export function openLog(path: string): number {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  if (existsSync(path) && statSync(path).size > largestBytes) renameSync(path, `${path}.1`)
  return openSync(path, "a", 0o600)
}

export function lastLines(path: string, count: number): string {
  if (!existsSync(path)) return ""
  return readFileSync(path, "utf8").trimEnd().split("\n").slice(-count).join("\n")
}
