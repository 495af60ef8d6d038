import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { ensureDemo } from "#db/seed/ensure-demo.ts"
import type { OpenDatabase } from "../postgres/open-database.ts"
import { wordsOf } from "../processes/failure.ts"
import type { Installation } from "./installation.ts"

type Fill = {
  readonly installation: Installation
  readonly database: Pick<OpenDatabase, "appUrl" | "ownerUrl">
  readonly signal?: AbortSignal
  readonly log: (line: string) => void
}

/**
 * Fills the Demo workspace unless it is filled. Never rejects: a product without its demo is still a product, and
 * the next start tries again.
 */
export async function fillDemo({ installation, database, signal, log }: Fill): Promise<void> {
  const { appUrl, ownerUrl } = database
  if (!ownerUrl) return
  const { env, dataDir, secrets } = installation
  if (env.CSOPS_DEMO_WORLD === "none") return
  // Contacts are sealed with it; read from the environment wherever that happens.
  process.env.CSOPS_MASTER_KEY = secrets().CSOPS_MASTER_KEY
  const now = env.CSOPS_NOW ? new Date(env.CSOPS_NOW) : new Date()
  try {
    await ensureDemo({
      ownerUrl,
      appUrl,
      now,
      log,
      size: env.CSOPS_DEMO_WORLD,
      keepTruth: (truth) => writeTruth(dataDir, truth),
      ...(signal ? { signal } : {}),
    })
  } catch (error) {
    if (signal?.aborted) return
    log(`The Demo workspace could not be filled completely; the next start tries again. (${wordsOf(error)})`)
  }
}

/** For benches alone: what really happened, of which the product sees only signals and movements. */
function writeTruth(dataDir: string, truth: unknown): void {
  const folder = join(dataDir, "truth")
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, "demo-world.json.gz"), gzipSync(JSON.stringify(truth)), { mode: 0o600 })
}
