import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { codeOf } from "./failure.ts"

function writeDraft(path: string, content: string | Uint8Array, mode: number): string {
  const draft = `${path}.${process.pid}.new`
  const file = openSync(draft, "w", mode)
  try {
    writeFileSync(file, content)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return draft
}

/** Replaces a file so that a reader, or a power cut, finds the old content or the new, never a part. */
export function writeWholeFile(path: string, content: string | Uint8Array, mode = 0o600): void {
  renameSync(writeDraft(path, content, mode), path)
}

/** The same for a file that must not be there yet; false when another program was quicker, whose text stays. */
export function createWholeFile(path: string, text: string, mode = 0o600): boolean {
  const draft = writeDraft(path, text, mode)
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}
