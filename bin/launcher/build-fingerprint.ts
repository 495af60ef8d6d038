import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"

/** What the build is made of. The rest of the tree can change without a new build. */
const sources = [
  "app",
  "components",
  "lib",
  "db",
  "public",
  "instrumentation-client.ts",
  "instrumentation.ts",
  "next.config.ts",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
]

const isTest = (name: string) => /\.(test|spec)\.tsx?$/.test(name)

function filesOf(root: string, path: string): string[] {
  if (!existsSync(join(root, path))) return []
  if (statSync(join(root, path)).isFile()) return [path]
  return readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) => {
    const inner = `${path}/${entry.name}`
    if (entry.isDirectory()) return filesOf(root, inner)
    return entry.isFile() && !isTest(entry.name) ? [inner] : []
  })
}

/** One hash over the names and contents of all sources, and over the key that is built into the pages' forms. */
export function buildFingerprint(root: string, actionsKey: string): string {
  const hash = createHash("sha256").update(`${process.version}\0${actionsKey}\0`)
  const files = sources.flatMap((source) => filesOf(root, source)).sort()
  for (const file of files) {
    const content = readFileSync(join(root, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest("hex")
}
