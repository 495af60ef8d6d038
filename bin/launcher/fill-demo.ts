import { setTimeout as sleep } from "node:timers/promises"
import { ensureDemo } from "#db/seed/ensure-demo.ts"
import type { OpenDatabase } from "../postgres/open-database.ts"
import { wordsOf } from "../processes/failure.ts"
import type { Installation } from "./installation.ts"
import { keepTruth } from "./keep-truth.ts"

const oneDayMs = 86_400_000

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
      onTold: (told) => keepTruth(dataDir, told, signal),
      ...(signal ? { signal } : {}),
    })
  } catch (error) {
    if (signal?.aborted) return
    log(`The Demo workspace could not be filled completely; the next start tries again. (${wordsOf(error)})`)
  }
}

/** The same at once and once a day until it is stopped: the company lives on, and so does what is known of it. */
export async function keepDemo({ signal, ...fill }: Fill & { readonly signal: AbortSignal }): Promise<void> {
  while (!signal.aborted) {
    await fillDemo({ ...fill, signal })
    await sleep(oneDayMs, undefined, { signal, ref: false }).catch(() => undefined)
  }
}
