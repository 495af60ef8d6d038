import { chmodSync, existsSync, mkdirSync, realpathSync, renameSync, statSync } from "node:fs"
import { join } from "node:path"
import { type Account, canReach, serverAccount } from "./account.ts"
import { packagedBinaries, serverMajor, usableBinaries } from "./binaries.ts"
import {
  type ClusterRecord,
  newClusterRecord,
  readClusterRecord,
  writeClusterRecord,
} from "./cluster-record.ts"
import { endLeftovers, endServer, readPostmaster } from "./postmaster.ts"
import { makeShelter, shelterOf } from "./shelter.ts"

/** Everything needed to run the server of one data folder. */
export type Placement = {
  readonly dataDir: string
  readonly clusterDir: string
  readonly nativeDir: string
  readonly major: number
  readonly account: Account | null
  readonly record: ClusterRecord
}

/** Makes the data folder; root opens it for passing through, since the server's account must get below it. */
export function makeDataDir(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  const { mode, uid } = statSync(dataDir)
  if (process.getuid?.() === 0 && uid === 0 && (mode & 0o111) !== 0o111)
    chmodSync(dataDir, (mode & 0o7777) | 0o111)
  return realpathSync(dataDir)
}

/** A removed clone may have left its database in the shelter; its passwords are gone, so it makes room, unharmed. */
async function setAside(clusterDir: string, log: (line: string) => void): Promise<void> {
  if (!existsSync(clusterDir)) return
  const postmaster = readPostmaster(clusterDir)
  if (postmaster.state === "alive") await endServer(clusterDir, postmaster.identity)
  await endLeftovers(clusterDir)
  const aside = `${clusterDir}.left-${new Date().toISOString().replaceAll(":", "")}`
  renameSync(clusterDir, aside)
  log(`A database of an earlier clone at this path was put aside: ${aside}`)
}

/** Decides once where the data of this folder lives, and each time which binaries the account can run. */
export async function place(
  dataDir: string,
  { wantedAccount, log }: { wantedAccount: string | undefined; log: (line: string) => void },
): Promise<Placement> {
  if (process.platform === "win32") {
    throw new Error(
      "The embedded Postgres is not run on Windows. Use WSL, or set DATABASE_URL to a server of your own.",
    )
  }
  const inside = join(dataDir, "postgres")
  const shelter = shelterOf(dataDir)
  const known = readClusterRecord(dataDir)
  const account = serverAccount({ clusterDir: known?.relocatedTo ?? inside, wanted: wantedAccount })
  const nativeDir = usableBinaries(packagedBinaries(), account, shelter)
  const major = serverMajor(nativeDir, account)
  if (known)
    return { dataDir, clusterDir: known.relocatedTo ?? inside, nativeDir, major, account, record: known }
  if (existsSync(inside)) {
    throw new Error(
      `${inside} holds a database, but postgres.json with its passwords is missing beside it. ` +
        "Restore that file from a backup, or run `npm run db:reset` to begin with an empty database.",
    )
  }
  const isClosed = account !== null && !canReach(dataDir, account, 1)
  if (isClosed) {
    makeShelter(shelter)
    await setAside(join(shelter, "data"), log)
  }
  const record = newClusterRecord(isClosed ? join(shelter, "data") : null)
  writeClusterRecord(dataDir, record)
  return { dataDir, clusterDir: record.relocatedTo ?? inside, nativeDir, major, account, record }
}
