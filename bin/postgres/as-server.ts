import type { Account } from "./account.ts"

/** How the server's programs are run: as its account, in a folder open to it, deaf to PG* variables of the caller. */
export function asServer(account: Account | null) {
  const env: NodeJS.ProcessEnv = { NODE_ENV: "production", PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" }
  return { cwd: "/", env, ...(account ? { uid: account.uid, gid: account.gid } : {}) }
}
