import { join } from "node:path"
import { type FileLock, tryExclusiveLock, trySharedLock, waitForLock } from "../processes/file-lock.ts"
import { adoptServer } from "./adopt.ts"
import { bootServer, isServing, type RunningServer, type Settings } from "./boot.ts"
import { clusterUrl, readClusterRecord, writeClusterRecord } from "./cluster-record.ts"
import { initialiseCluster } from "./initialise.ts"
import { makeDataDir, type Placement, place } from "./placement.ts"
import { endServer } from "./postmaster.ts"
import { databaseName, ensureRoles } from "./roles.ts"
import { superviseServer } from "./supervise.ts"

export type Cluster = {
  readonly port: number
  readonly pid: number
  /** Whether the server was already running, left by a start that was killed or shared with another program. */
  readonly adopted: boolean
  readonly superUrl: string
  readonly ownerUrl: string
  readonly appUrl: string
  /** Stops the server, whoever else uses it. */
  stop(): Promise<void>
  /** Leaves the server; the last to leave stops it, unless it is kept running by `npm run db:start`. */
  release(): Promise<"stopped" | "left running">
  /** Resolves once the server has stopped for good: null when asked to, else why it could not be kept alive. */
  readonly exited: Promise<Error | null>
}

export type StartOptions = {
  readonly dataDir: string
  readonly log: (line: string) => void
  /** Account for the server when we are root. */
  readonly account?: string | undefined
  /** Server settings over the standing ones, for tests. */
  readonly settings?: Settings
}

const lockOf = (dataDir: string, take: (path: string) => FileLock | null, name: string) => () =>
  take(join(dataDir, name))

/** Only one program at a time may look at the folder and decide to start, adopt or leave. */
const decisionLock = (dataDir: string) =>
  waitForLock(lockOf(dataDir, tryExclusiveLock, "postgres.lock"), {
    timeoutMs: 180_000,
    waitingFor: `another start of the embedded Postgres in ${dataDir}`,
  })

async function adoptOrBoot(placement: Placement, promisedPort: number | null, settings: Settings) {
  initialiseCluster(placement)
  const running = await adoptServer(placement)
  const server = running ?? (await bootServer(placement, { promisedPort, settings }))
  const record = { ...(readClusterRecord(placement.dataDir) ?? placement.record), port: server.port }
  if (record.port !== placement.record.port) writeClusterRecord(placement.dataDir, record)
  await ensureRoles(record, server.port)
  return { server, adopted: running !== null, placement: { ...placement, record } }
}

/**
 * The embedded Postgres of one data folder: made when there is none, adopted when it already runs, kept running until
 * stopped or released. Starts of several programs at once follow each other and share the one server.
 */
export async function startPostgres(options: StartOptions): Promise<Cluster> {
  const { log, settings = {}, account = process.env.CSOPS_POSTGRES_USER } = options
  const dataDir = makeDataDir(options.dataDir)
  const deciding = await decisionLock(dataDir)
  let using: FileLock | undefined
  try {
    const placed = await place(dataDir, { wantedAccount: account, log })
    const first = await adoptOrBoot(placed, null, settings)
    using = await waitForLock(lockOf(dataDir, trySharedLock, "postgres.users"), {
      timeoutMs: 10_000,
      waitingFor: "the list of programs that use the embedded Postgres",
    })
    return watch(first, using)
  } catch (error) {
    using?.release()
    throw error
  } finally {
    deciding.release()
  }

  function watch(first: Awaited<ReturnType<typeof adoptOrBoot>>, held: FileLock): Cluster {
    const { placement } = first
    const { port } = first.server
    const { clusterDir, record } = placement
    const restart = async (): Promise<RunningServer> => {
      const turn = await decisionLock(dataDir)
      try {
        const { server } = await adoptOrBoot(placement, port, settings)
        if (server.port === port) return server
        throw new Error(
          `Postgres came back on port ${server.port}, but programs here use ${port}. Start again.`,
        )
      } finally {
        turn.release()
      }
    }
    const supervision = superviseServer(first.server, { isServing, restart, log })
    const end = async () => {
      const server = await supervision.cease()
      if (server) await endServer(clusterDir, server.identity)
      held.release()
    }
    return {
      port,
      get pid() {
        return supervision.current().identity.pid
      },
      adopted: first.adopted,
      superUrl: clusterUrl(record, "postgres", port, "postgres"),
      ownerUrl: clusterUrl(record, "csops_owner", port, databaseName),
      appUrl: clusterUrl(record, "csops_app", port, databaseName),
      exited: supervision.exited,
      stop: end,
      async release() {
        await supervision.cease()
        const turn = await decisionLock(dataDir)
        try {
          held.release()
          const alone = tryExclusiveLock(join(dataDir, "postgres.users"))
          alone?.release()
          if (!alone || readClusterRecord(dataDir)?.isKept) return "left running"
          await endServer(clusterDir, supervision.current().identity)
          return "stopped"
        } finally {
          turn.release()
        }
      },
    }
  }
}
