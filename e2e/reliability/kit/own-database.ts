import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import postgres, { type Sql } from "postgres"
import type { Settings } from "#bin/postgres/boot.ts"
import { type Cluster, startPostgres } from "#bin/postgres/start-postgres.ts"
import { migrate } from "#db/migrate.ts"
import { ensureWorkspaces } from "#db/seed/ensure-workspaces.ts"

export const demoPassword = "only for reliability checks"

export type OwnDatabase = {
  readonly cluster: Cluster
  /** The supervisor's connection, for faults and for what truly is in the tables. */
  readonly supervisor: Sql
  readonly stop: () => Promise<void>
}

/** A cluster in a temporary folder, migrated, with the Demo and the own workspace. */
export async function ownDatabase(settings: Settings = {}): Promise<OwnDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), "csops-reliability-"))
  const cluster = await startPostgres({ dataDir, settings, log: (line) => console.log(line) })
  await migrate({ ownerUrl: cluster.ownerUrl, appUrl: cluster.appUrl, log: () => {} })
  await ensureWorkspaces({ ownerUrl: cluster.ownerUrl, demoPassword })
  const url = new URL(cluster.superUrl)
  url.pathname = new URL(cluster.appUrl).pathname
  const supervisor = postgres(url.href, {
    max: 2,
    onnotice: () => {},
    connection: { application_name: "csops-supervisor" },
  })
  return {
    cluster,
    supervisor,
    stop: async () => {
      await supervisor.end({ timeout: 1 })
      await cluster.stop()
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
