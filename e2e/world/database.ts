import { readFileSync } from "node:fs"
import { join } from "node:path"
import postgres, { type Sql } from "postgres"
import { readRunRecord } from "#bin/launcher/run-record.ts"
import { clusterUrl, readClusterRecord } from "#bin/postgres/cluster-record.ts"
import { databaseName } from "#bin/postgres/roles.ts"
import { openPool, type Pool, setPool } from "#db/client.ts"
import { home } from "#e2e/installation.ts"

export type Database = {
  readonly appUrl: string
  readonly ownerUrl: string
  readonly pool: Pool
  readonly owner: Sql
}

type Secrets = { NEXTAUTH_SECRET: string; CSOPS_MASTER_KEY: string }

export const secrets = (): Secrets => JSON.parse(readFileSync(join(home, "secrets.json"), "utf8")) as Secrets

let opened: Database | undefined

/** The database of the product under test, for its real commands and for what only its owner may arrange. */
export function database(): Database {
  if (opened) return opened
  const record = readClusterRecord(home)
  if (!record?.port || !readRunRecord(home)) throw new Error(`No product runs on ${home}.`)
  process.env.CSOPS_MASTER_KEY ??= secrets().CSOPS_MASTER_KEY
  const appUrl = clusterUrl(record, "csops_app", record.port, databaseName)
  const ownerUrl = clusterUrl(record, "csops_owner", record.port, databaseName)
  const pool = openPool({ url: appUrl, max: 2, name: "csops-e2e" })
  setPool(pool)
  opened = { appUrl, ownerUrl, pool, owner: postgres(ownerUrl, { max: 2, onnotice: () => {} }) }
  return opened
}

export async function closeDatabase(): Promise<void> {
  await Promise.all([opened?.pool.close(), opened?.owner.end({ timeout: 5 })])
  opened = undefined
}
