import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { TestProject } from "vitest/node"
import { startPostgres } from "#bin/postgres/start-postgres.ts"
import { migrate } from "../migrate.ts"

declare module "vitest" {
  interface ProvidedContext {
    appUrl: string
    ownerUrl: string
    superUrl: string
  }
}

/** One real Postgres for the whole run, in a folder of its own; each suite makes its own workspaces in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "csops-test-"))
  const cluster = await startPostgres({ dataDir, log: () => {} })
  await migrate({ ownerUrl: cluster.ownerUrl, appUrl: cluster.appUrl, log: () => {} })
  project.provide("appUrl", cluster.appUrl)
  project.provide("ownerUrl", cluster.ownerUrl)
  project.provide("superUrl", cluster.superUrl)
  return async () => {
    await cluster.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
