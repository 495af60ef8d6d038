import { existsSync, readFileSync } from "node:fs"
import { join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { parseEnv as parseEnvFile } from "node:util"
import { type Env, parseEnv } from "#lib/platform/env.ts"
import { dataDirOf } from "../postgres/open-database.ts"
import { makeDataDir } from "../postgres/placement.ts"
import { localAddress } from "./local-address.ts"
import { openSecrets, type Secrets, secretsPath } from "./secrets.ts"

/** One clone with its settings, folder and secrets: what every program of `bin` begins with. */
export type Installation = {
  readonly root: string
  readonly env: Env
  readonly dataDir: string
  /** What people type; NEXTAUTH_URL when there is a proxy in front. */
  readonly address: string
  /** What this machine types. */
  readonly reachedAt: string
  readonly secrets: () => Secrets
  readonly passwordWords: () => string
}

export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "")

/** What the environment names wins over the clone's `.env` file, which is read into it. */
export function openInstallation(environment: NodeJS.ProcessEnv): Installation {
  const file = join(root, ".env")
  if (existsSync(file)) {
    for (const [name, value] of Object.entries(parseEnvFile(readFileSync(file, "utf8"))))
      environment[name] ??= value
  }
  const env = parseEnv(environment)
  const dataDir = makeDataDir(dataDirOf(root, env))
  let opened: Secrets | undefined
  const secrets = () => {
    opened ??= openSecrets(dataDir, env)
    return opened
  }
  return {
    root,
    env,
    dataDir,
    address: env.NEXTAUTH_URL ?? `http://localhost:${env.PORT}`,
    reachedAt: localAddress(env.HOST, env.PORT),
    secrets,
    passwordWords() {
      if (env.CSOPS_DEMO_PASSWORD) return "the one in CSOPS_DEMO_PASSWORD"
      return `${secrets().CSOPS_DEMO_PASSWORD}   (kept in ${relative(root, secretsPath(dataDir))})`
    },
  }
}
