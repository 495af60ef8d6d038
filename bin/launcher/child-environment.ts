import type { Secrets } from "./secrets.ts"

type Variables = Readonly<Record<string, string | undefined>>

const foreign = /^(npm_.*|INIT_CWD|PG[A-Z]+)$/

/** Empty rather than absent: Next would read an absent one from a `.env` file, and empty counts as not set. */
const withheld = { DATABASE_URL: "", DATABASE_OWNER_URL: "", CSOPS_DEMO_PASSWORD: "" }

/**
 * The environment of web, worker and build: ours without what npm added, without the owner's address and the demo
 * password, and with the secrets of this installation.
 */
export function childEnvironment({
  base,
  secrets,
  appUrl,
  address,
  dataDir,
  mode = "production",
}: {
  base: Variables
  secrets: Secrets
  /** Absent for the build, which sees no database. */
  appUrl?: string
  address: string
  dataDir: string
  mode?: "production" | "development"
}): NodeJS.ProcessEnv {
  const kept = Object.entries(base).filter(([name]) => !foreign.test(name))
  const { CSOPS_DEMO_PASSWORD: _, ...keys } = secrets
  return {
    ...Object.fromEntries(kept),
    ...withheld,
    ...keys,
    ...(appUrl ? { DATABASE_URL: appUrl } : {}),
    CSOPS_HOME: dataDir,
    NEXTAUTH_URL: address,
    NEXT_TELEMETRY_DISABLED: "1",
    NODE_ENV: mode,
  }
}
