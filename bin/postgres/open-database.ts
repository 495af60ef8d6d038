import { resolve } from "node:path"
import type { Env } from "#lib/platform/env.ts"
import { startPostgres } from "./start-postgres.ts"

export type OpenDatabase = {
  readonly appUrl: string
  /** Null for a database of the user's own without DATABASE_OWNER_URL: its schema is then somebody else's work. */
  readonly ownerUrl: string | null
  readonly detail: string
  /** Resolves when the embedded server cannot be kept alive; never for a database of the user's own. */
  readonly failed: Promise<Error>
  release(): Promise<unknown>
}

/** Absolute path of the folder that holds the embedded server, secrets and logs. */
export const dataDirOf = (root: string, env: Env) => resolve(root, env.CSOPS_HOME)

/** The database that the environment names, else the embedded one, started or adopted. */
export async function openDatabase({
  root,
  env,
  log,
}: {
  root: string
  env: Env
  log: (line: string) => void
}): Promise<OpenDatabase> {
  if (env.DATABASE_URL) {
    return {
      appUrl: env.DATABASE_URL,
      ownerUrl: env.DATABASE_OWNER_URL ?? null,
      detail: `your own, at ${new URL(env.DATABASE_URL).host}`,
      failed: new Promise(() => undefined),
      release: () => Promise.resolve(),
    }
  }
  const cluster = await startPostgres({
    dataDir: dataDirOf(root, env),
    account: env.CSOPS_POSTGRES_USER,
    log,
  })
  return {
    appUrl: cluster.appUrl,
    ownerUrl: cluster.ownerUrl,
    detail: `embedded, port ${cluster.port}${cluster.adopted ? ", already running" : ""}`,
    failed: new Promise((settle) => {
      void cluster.exited.then((failure) => failure && settle(failure))
    }),
    release: () => cluster.release(),
  }
}
