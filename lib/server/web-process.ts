import { openPool, pool, setPool } from "#db/client.ts"
import { env } from "#lib/platform/env.ts"
import { refuseMightyRole } from "./refuse-mighty-role.ts"
import { streamHub } from "./stream/hub.ts"

/** What a web process settles before its first request: a harmless database role and a clean way to stop. */
export async function prepareWebProcess(): Promise<void> {
  const { DATABASE_URL: url, CSOPS_DATABASE_POOL: max } = env()
  if (url) setPool(openPool({ url, max, name: "csops", keepsPlans: true }))
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, stopStreams)
  await refuseMightyRole()
}

function stopStreams(): void {
  // The framework waits for open responses: without this a single open page would hold every deploy.
  streamHub().closeAll()
  setTimeout(() => process.exit(0), 8_000).unref()
  setTimeout(() => void pool().close(), 6_000).unref()
}
