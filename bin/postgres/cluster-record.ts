import { randomBytes } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"
import { writeWholeFile } from "../processes/write-whole-file.ts"

const clusterRecord = z.object({
  port: z.number().int().nullable(),
  /** Where the data lies when not in `<dataDir>/postgres`. */
  relocatedTo: z.string().nullable(),
  /** Set by `npm run db:start`: the server stays when its last user leaves. */
  isKept: z.boolean(),
  passwords: z.object({ postgres: z.string(), csops_owner: z.string(), csops_app: z.string() }),
})

export type ClusterRecord = z.infer<typeof clusterRecord>

const pathOf = (dataDir: string) => join(dataDir, "postgres.json")
const newPassword = () => randomBytes(24).toString("base64url")

export function readClusterRecord(dataDir: string): ClusterRecord | null {
  const path = pathOf(dataDir)
  if (!existsSync(path)) return null
  try {
    return clusterRecord.parse(JSON.parse(readFileSync(path, "utf8")))
  } catch (error) {
    throw new Error(
      `${path} cannot be read; it holds the passwords of the database beside it. ` +
        "Restore it from a backup, or run `npm run db:reset` to begin with an empty database.",
      { cause: error },
    )
  }
}

export function writeClusterRecord(dataDir: string, record: ClusterRecord): void {
  writeWholeFile(pathOf(dataDir), `${JSON.stringify(record, null, 2)}\n`)
}

export function newClusterRecord(relocatedTo: string | null): ClusterRecord {
  return {
    port: null,
    relocatedTo,
    isKept: false,
    passwords: { postgres: newPassword(), csops_owner: newPassword(), csops_app: newPassword() },
  }
}

/** The folder of the database itself; null when there has been no start yet. */
export function clusterFolder(dataDir: string): string | null {
  const record = readClusterRecord(dataDir)
  return record ? (record.relocatedTo ?? join(dataDir, "postgres")) : null
}

export type ClusterUser = keyof ClusterRecord["passwords"]

export function clusterUrl(record: ClusterRecord, user: ClusterUser, port: number, database: string): string {
  return `postgres://${user}:${record.passwords[user]}@127.0.0.1:${port}/${database}`
}
