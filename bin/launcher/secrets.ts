import { randomBytes, randomInt } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"
import type { Env } from "#lib/platform/env.ts"
import { createWholeFile } from "../processes/write-whole-file.ts"

const secretsShape = z.object({
  NEXTAUTH_SECRET: z.string().min(32),
  CSOPS_MASTER_KEY: z.string().length(44),
  CSOPS_DEMO_PASSWORD: z.string().min(8),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string().length(44),
})

export type Secrets = z.infer<typeof secretsShape>

// No letters that are mistaken for one another when read from a screen.
const letters = "abcdefghijkmnpqrstuvwxyzACDEFGHJKLMNPQRSTUVWXYZ2345679"

const newPassword = () => Array.from({ length: 16 }, () => letters[randomInt(letters.length)]).join("")

export const secretsPath = (dataDir: string) => join(dataDir, "secrets.json")

function kept(dataDir: string): Secrets {
  const path = secretsPath(dataDir)
  if (existsSync(path)) {
    try {
      return secretsShape.parse(JSON.parse(readFileSync(path, "utf8")))
    } catch (error) {
      throw new Error(
        `${path} cannot be read. It holds the key of everything stored encrypted: restore it from a backup, ` +
          "or remove it to begin with new keys; what was encrypted stays unreadable then.",
        { cause: error },
      )
    }
  }
  const made: Secrets = {
    NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
    CSOPS_MASTER_KEY: randomBytes(32).toString("base64"),
    CSOPS_DEMO_PASSWORD: newPassword(),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
  }
  return createWholeFile(path, `${JSON.stringify(made, null, 2)}\n`) ? made : kept(dataDir)
}

/** The secrets of this installation: made on the first start and kept; what the environment names wins. */
export function openSecrets(dataDir: string, env: Env): Secrets {
  if (env.DATABASE_URL && !env.CSOPS_MASTER_KEY) {
    throw new Error(
      "With a database of your own, CSOPS_MASTER_KEY must be set as well: 32 random bytes in base64, the same for " +
        "every process (make one with `openssl rand -base64 32`) and kept apart from the database's backups.",
    )
  }
  const own = kept(dataDir)
  return {
    ...own,
    NEXTAUTH_SECRET: env.NEXTAUTH_SECRET ?? own.NEXTAUTH_SECRET,
    CSOPS_MASTER_KEY: env.CSOPS_MASTER_KEY ?? own.CSOPS_MASTER_KEY,
    CSOPS_DEMO_PASSWORD: env.CSOPS_DEMO_PASSWORD ?? own.CSOPS_DEMO_PASSWORD,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY:
      process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? own.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
  }
}
