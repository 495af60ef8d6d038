import { pool } from "#db/client.ts"
import { beforeSignIn } from "#db/in-workspace.ts"
import { roleFacts } from "#db/queries/readiness.ts"
import { env } from "#lib/platform/env.ts"
import { log } from "#lib/platform/log.ts"
import { streamHub } from "./stream/hub.ts"

const roleRetryMs = 1_000

/** What a web process settles before its first request: a harmless database role and a clean way to stop. */
export async function prepareWebProcess(): Promise<void> {
  env()
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, stopStreams)
  await refuseMightyRole()
}

function stopStreams(): void {
  // The framework waits for open responses: without this a single open page would hold every deploy.
  streamHub().closeAll()
  setTimeout(() => process.exit(0), 8_000).unref()
  setTimeout(() => void pool().close(), 6_000).unref()
}

async function refuseMightyRole(): Promise<void> {
  const facts = await beforeSignIn(roleFacts).catch((error: unknown) => {
    log().warn({ err: error }, "the database does not answer yet; the role is checked as soon as it does")
    return null
  })
  if (!facts) {
    setTimeout(() => void refuseMightyRole(), roleRetryMs).unref()
    return
  }
  if (!facts.isSuperuser && !facts.bypassesRls && !facts.ownsTables) return
  log().error(
    { role: facts.role },
    "DATABASE_URL connects as a superuser or as the owner of the tables, who see every workspace. " +
      "Connect as a plain role and give the owner's address in DATABASE_OWNER_URL.",
  )
  process.exit(78)
}
