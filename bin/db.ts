import { join } from "node:path"
import { migrate } from "#db/migrate.ts"
import { ensureWorkspaces } from "#db/seed/ensure-workspaces.ts"
import { fillDemo } from "./launcher/fill-demo.ts"
import { type Installation, openInstallation } from "./launcher/installation.ts"
import { clusterFolder, readClusterRecord, writeClusterRecord } from "./postgres/cluster-record.ts"
import { type OpenDatabase, openDatabase } from "./postgres/open-database.ts"
import { readPostmaster } from "./postgres/postmaster.ts"
import { removeCluster } from "./postgres/remove-cluster.ts"
import { tryExclusiveLock } from "./processes/file-lock.ts"
import { runProgram } from "./processes/run-program.ts"

const print = (line: string) => console.log(line)

async function onDatabase(
  { root, env }: Installation,
  use: (database: OpenDatabase) => Promise<void>,
): Promise<void> {
  const database = await openDatabase({ root, env, log: print })
  try {
    await use(database)
  } finally {
    await database.release()
  }
}

function keep({ dataDir }: Installation, isKept: boolean): void {
  const record = readClusterRecord(dataDir)
  if (record) writeClusterRecord(dataDir, { ...record, isKept })
}

function requireEmbedded({ env }: Installation): void {
  if (env.DATABASE_URL)
    throw new Error("DATABASE_URL names a database of your own; start, stop and reset it there.")
}

function owner({ ownerUrl }: OpenDatabase): string {
  if (ownerUrl) return ownerUrl
  throw new Error("Set DATABASE_OWNER_URL: only the owner of a database may change its schema and sign-ins.")
}

const commands: Record<string, (installation: Installation) => Promise<void>> = {
  async start(installation) {
    requireEmbedded(installation)
    await onDatabase(installation, async ({ detail }) => {
      keep(installation, true)
      print(`Postgres runs (${detail}) until \`npm run db:stop\`.`)
    })
  },
  async stop(installation) {
    requireEmbedded(installation)
    keep(installation, false)
    const folder = clusterFolder(installation.dataDir)
    if (!folder || readPostmaster(folder).state !== "alive") return print("Postgres does not run.")
    await onDatabase(installation, async () => undefined)
    const isShared = readPostmaster(folder).state === "alive"
    print(isShared ? "Postgres stops with the last program that uses it." : "Postgres has stopped.")
  },
  async migrate(installation) {
    await onDatabase(installation, async (database) => {
      await migrate({ ownerUrl: owner(database), appUrl: database.appUrl, log: print })
      print("The schema is up to date.")
    })
  },
  async seed(installation) {
    await onDatabase(installation, async (database) => {
      const ownerUrl = owner(database)
      await migrate({ ownerUrl, appUrl: database.appUrl, log: print })
      await ensureWorkspaces({ ownerUrl, demoPassword: installation.secrets().CSOPS_DEMO_PASSWORD })
      await fillDemo({ installation, database, log: print })
      print(`The workspaces are there. Demo password: ${installation.passwordWords()}`)
    })
  },
  async reset(installation) {
    requireEmbedded(installation)
    const { dataDir } = installation
    const lock = tryExclusiveLock(join(dataDir, "launcher.lock"))
    if (!lock) throw new Error("CS-Ops runs in this folder. Stop it before its database is deleted.")
    try {
      await removeCluster(dataDir)
      await commands.seed?.(installation)
    } finally {
      lock.release()
    }
  },
}

await runProgram(async () => {
  const name = process.argv[2] ?? ""
  const command = commands[name]
  if (!command)
    throw new Error(`Usage: npm run db:NAME, where NAME is one of: ${Object.keys(commands).join(", ")}`)
  await command(openInstallation(process.env))
  return 0
})
