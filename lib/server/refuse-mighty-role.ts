import { beforeSignIn } from "#db/in-workspace.ts"
import { roleFacts } from "#db/queries/readiness.ts"
import { log } from "#lib/platform/log.ts"

const roleRetryMs = 1_000

/**
 * Ends the process (78, a wrong configuration) when its role could read past the wall between workspaces. While
 * the database does not answer it looks again in the background.
 */
export async function refuseMightyRole(): Promise<void> {
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
