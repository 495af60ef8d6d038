import { createHash } from "node:crypto"
import { chmodSync, mkdirSync } from "node:fs"
import { dirname, join } from "node:path"

/** A folder open to every account, one for each data folder, for when the path to the data folder is closed. */
export function shelterOf(dataDir: string): string {
  return join("/var/lib/csops", createHash("sha256").update(dataDir).digest("hex").slice(0, 16))
}

export function makeShelter(shelter: string): void {
  for (const folder of [dirname(shelter), shelter]) {
    mkdirSync(folder, { recursive: true, mode: 0o755 })
    chmodSync(folder, 0o755)
  }
}
