import { spawnSync } from "node:child_process"
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { basename, dirname, join } from "node:path"
import { asServer } from "./as-server.ts"
import type { Placement } from "./placement.ts"

const draftOf = (clusterDir: string) => `${clusterDir}.making-`

function clearDrafts(clusterDir: string): void {
  const folder = dirname(clusterDir)
  for (const name of readdirSync(folder)) {
    if (name.startsWith(basename(draftOf(clusterDir)))) {
      rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 5 })
    }
  }
}

function own(path: string, { account }: Placement): void {
  if (account) chownSync(path, account.uid, account.gid)
}

/**
 * Makes the database files, when there are none, in a draft folder that gets its name only once it is whole: a kill
 * in between leaves a draft, which the next start throws away. Sorting is the server's own C.UTF-8, so that it
 * never depends on the libraries of a machine.
 */
export function initialiseCluster(placement: Placement): "made" | "present" {
  const { clusterDir, nativeDir, account, record, major } = placement
  if (existsSync(clusterDir)) {
    const version = readFileSync(join(clusterDir, "PG_VERSION"), "utf8").trim()
    if (version === String(major)) return "present"
    throw new Error(
      `${clusterDir} was written by Postgres ${version}, this is Postgres ${major}, which cannot read it. Start the ` +
        "earlier release, export what you need, then run `npm run db:reset` here. Nothing was changed.",
    )
  }
  clearDrafts(clusterDir)
  const draft = `${draftOf(clusterDir)}${process.pid}`
  const passwordFile = join(draft, "password")
  mkdirSync(join(draft, "cluster"), { recursive: true, mode: 0o700 })
  writeFileSync(passwordFile, record.passwords.postgres, { mode: 0o600 })
  for (const path of [draft, join(draft, "cluster"), passwordFile]) own(path, placement)
  const made = spawnSync(
    join(nativeDir, "bin/initdb"),
    [
      `--pgdata=${join(draft, "cluster")}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--no-locale",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--data-checksums",
      "--no-instructions",
    ],
    { encoding: "utf8", ...asServer(account) },
  )
  if (made.status !== 0) {
    const reason = made.error?.message ?? made.stderr.trim()
    throw new Error(`The database files could not be made in ${dirname(clusterDir)}: ${reason}`)
  }
  renameSync(join(draft, "cluster"), clusterDir)
  const folder = openSync(dirname(clusterDir), "r")
  fsyncSync(folder)
  closeSync(folder)
  rmSync(draft, { recursive: true, force: true })
  return "made"
}
