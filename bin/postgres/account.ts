import { spawnSync } from "node:child_process"
import { existsSync, realpathSync, statSync } from "node:fs"
import { dirname } from "node:path"

/** The unprivileged account that the server runs as. */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number }

function look(name: string): Account | null {
  const [uid, gid] = ["-u", "-g"].map((flag) => {
    const asked = spawnSync("id", [flag, name], { encoding: "utf8" })
    return asked.status === 0 ? Number(asked.stdout.trim()) : Number.NaN
  })
  return uid && gid ? { name, uid, gid } : null
}

/**
 * Null for an ordinary user, who runs the server as himself. For root, which Postgres refuses: the account that
 * already owns the data, else the wanted one, else `postgres`, else `nobody`.
 */
export function serverAccount({
  clusterDir,
  wanted,
}: {
  clusterDir: string
  wanted?: string | undefined
}): Account | null {
  if (process.getuid?.() !== 0) return null
  if (existsSync(clusterDir)) {
    const { uid, gid } = statSync(clusterDir)
    if (uid !== 0) return { name: `account ${uid}`, uid, gid }
  }
  if (wanted) {
    const account = look(wanted)
    if (account) return account
    throw new Error(
      `CSOPS_POSTGRES_USER names "${wanted}", which is not an unprivileged account of this machine.`,
    )
  }
  const account = look("postgres") ?? look("nobody")
  if (account) return account
  throw new Error(
    "Postgres refuses to run as root, and this machine has no account postgres or nobody. " +
      "Start as an ordinary user, or name an unprivileged account in CSOPS_POSTGRES_USER.",
  )
}

function allows(path: string, account: Account, bits: number): boolean {
  const { mode, uid, gid } = statSync(path)
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0
  return ((mode >> shift) & bits) === bits
}

/** Whether the account may pass through every folder above the path, and use the path itself (4 read, 1 run or enter). */
export function canReach(path: string, account: Account, bits: 1 | 4 | 5): boolean {
  const real = realpathSync(path)
  if (!allows(real, account, bits)) return false
  for (let folder = dirname(real); ; folder = dirname(folder)) {
    if (!allows(folder, account, 1)) return false
    if (folder === dirname(folder)) return true
  }
}
