import { closeSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs"

/** Replaces a file so that a reader, or a power cut, finds the old text or the new, never a part. */
export function writeWholeFile(path: string, text: string, mode = 0o600): void {
  const draft = `${path}.${process.pid}.new`
  const file = openSync(draft, "w", mode)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(draft, path)
}
