import { openInstallation } from "./launcher/installation.ts"
import { prepareDatabase } from "./launcher/prepare-database.ts"
import { openDatabase } from "./postgres/open-database.ts"

export type DatabaseUrls = { readonly appUrl: string; readonly ownerUrl: string | null }

/**
 * Runs a command-line program on the database of this clone: the one that the environment names, else the embedded
 * one, which is shared with a running product or started for the duration. Completes `process.env`, so that `env()`
 * finds the address and the keys, provided nobody called it before.
 */
export async function withDatabase<T>(
  use: (urls: DatabaseUrls) => Promise<T>,
  { log = (line: string) => console.error(line) }: { log?: (line: string) => void } = {},
): Promise<T> {
  const { root, env, secrets } = openInstallation(process.env)
  const { CSOPS_DEMO_PASSWORD, CSOPS_MASTER_KEY, NEXTAUTH_SECRET } = secrets()
  const database = await openDatabase({ root, env, log })
  try {
    await prepareDatabase(database, { demoPassword: CSOPS_DEMO_PASSWORD, log, signIns: "keep" })
    Object.assign(process.env, { DATABASE_URL: database.appUrl, CSOPS_MASTER_KEY, NEXTAUTH_SECRET })
    return await use({ appUrl: database.appUrl, ownerUrl: database.ownerUrl })
  } finally {
    await database.release()
  }
}
