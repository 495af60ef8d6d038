import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { removeCluster } from "#bin/postgres/remove-cluster.ts"
import { startPostgres } from "#bin/postgres/start-postgres.ts"
import { migrate } from "#db/migrate.ts"
import { ensureDemo } from "#db/seed/ensure-demo.ts"
import { ensureWorkspaces } from "#db/seed/ensure-workspaces.ts"
import { requireSignIn } from "#e2e/reliability/kit/sign-in.ts"
import { serveWeb } from "./serve-web.ts"

export type DemoProduct = {
  readonly origin: string
  /** The cookie of a new session of an admin of the demo. */
  readonly signIn: () => Promise<string>
  readonly close: () => Promise<void>
}

const now = new Date("2026-11-20T22:00:00Z")
const password = "a password for benches"

/** The built product with the demo as a newcomer finds it, in a database of its own; gone when it is closed. */
export async function openDemoProduct(): Promise<DemoProduct> {
  const home = mkdtempSync(join(tmpdir(), "csops-bench-demo-"))
  process.env.CSOPS_MASTER_KEY = Buffer.alloc(32, 7).toString("base64")
  const cluster = await startPostgres({ dataDir: home, log: console.log })
  const remove = async () => {
    await cluster.stop()
    await removeCluster(home)
    rmSync(home, { recursive: true, force: true })
  }
  try {
    await migrate({ ...cluster, log: console.log })
    await ensureWorkspaces({ ownerUrl: cluster.ownerUrl, demoPassword: password })
    await ensureDemo({ ...cluster, now, size: "full", log: console.log })
    const web = await serveWeb({ appUrl: cluster.appUrl, now })
    return {
      origin: web.origin,
      signIn: () => requireSignIn(web.origin, { email: "admin@demo.example", password }),
      close: async () => {
        await web.stop()
        await remove()
      },
    }
  } catch (error) {
    await remove()
    throw error
  }
}
