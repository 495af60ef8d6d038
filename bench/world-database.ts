import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import postgres from "postgres"
import { removeCluster } from "#bin/postgres/remove-cluster.ts"
import { type Cluster, startPostgres } from "#bin/postgres/start-postgres.ts"
import { tryExclusiveLock, waitForLock } from "#bin/processes/file-lock.ts"
import { openPool, setPool } from "#db/client.ts"
import { migrate } from "#db/migrate.ts"
import { ensureModels, scoreDay } from "#db/seed/score-days.ts"
import { type Teller, worldCaller, writeBook, writeFrame } from "#db/seed/write-facts.ts"
import { type Delivery, deliveriesOf, type HowToWrite, writeDay } from "#db/seed/write-readings.ts"
import type { Caller } from "#lib/access/caller.ts"
import { type WorldPlan, worldSizes } from "#lib/demo/plan.ts"
import { World } from "#lib/demo/world.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import type { WorkspaceId } from "#lib/id.ts"
import { newId } from "#lib/platform/new-id.ts"
import { repeatScores } from "./repeat-scores.ts"

export type BenchSize = "M" | "L"

export type WorldDatabase = {
  readonly plan: WorldPlan
  /** The last day of the world; every account has its score of this day. */
  readonly today: string
  readonly workspaceId: WorkspaceId
  /** Acts as an admin of the workspace, at noon of the last day. */
  readonly caller: Caller
  readonly ownerUrl: string
  readonly appUrl: string
  readonly superUrl: string
  /** Stops the server; the database stays for the next bench. */
  readonly close: () => Promise<void>
}

const anchorDay = "2026-11-20"
const seed = 1
const root = join(import.meta.dirname, "..")
const shelf = join(root, ".data/bench")
const marker = "complete.json"
const masterKey = Buffer.alloc(32, 7).toString("base64")
const rowsAtOnce = 10_000
/** So many days back a new score is compared with its history. */
const historyDays = 91

/** While it is made, nothing of it is worth a wait for the disk: a build that crashed begins again. */
const hasty = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_wal_size: "8GB",
  shared_buffers: "1GB",
}

/**
 * A world of size M (10,000 accounts, 104 weeks, ten measures a week, scores for each day of the last quarter) or L
 * (100,000 accounts, four weeks), made once by the product's own commands and kept until its makers change. Sets CSOPS_MASTER_KEY to the key of the
 * world, and leaves it to the caller to open a pool on `appUrl`.
 */
export async function openWorldDatabase(size: BenchSize): Promise<WorldDatabase> {
  process.env.CSOPS_MASTER_KEY = masterKey
  mkdirSync(shelf, { recursive: true })
  const name = `${size}-${contentHash()}`
  const dataDir = join(shelf, name)
  const making = await waitForLock(() => tryExclusiveLock(join(shelf, `${size}.lock`)), {
    timeoutMs: 1_800_000,
    waitingFor: `another program that makes the world of size ${size}`,
  })
  try {
    if (!existsSync(join(dataDir, marker))) {
      await removeOld(size)
      await build(size, dataDir)
    }
  } finally {
    making.release()
  }
  const { workspaceId } = JSON.parse(readFileSync(join(dataDir, marker), "utf8")) as {
    workspaceId: WorkspaceId
  }
  const cluster = await startPostgres({ dataDir, log: console.log })
  const { ownerUrl, appUrl, superUrl } = cluster
  const caller = worldCaller(workspaceId, new Date(`${anchorDay}T12:00:00Z`))
  const plan = planOf(size)
  return {
    plan,
    today: anchorDay,
    workspaceId,
    caller,
    ownerUrl,
    appUrl,
    superUrl,
    close: () => cluster.stop(),
  }
}

const planOf = (size: BenchSize): WorldPlan => ({ seed, anchorDay, ...worldSizes[size] })

/**
 * Changes when a maker of the world or the schema does. Commands and formulas are not among them, for with each of
 * their changes a world would be made anew that has the same rows nearly always: to have it made anew all the same,
 * delete its folder in `.data/bench`.
 */
function contentHash(): string {
  const hash = createHash("sha256")
  const makers = ["lib/demo", "db/seed", "drizzle"]
    .flatMap((folder) => readdirSync(join(root, folder)).map((file) => join(folder, file)))
    .filter((file) => /\.(ts|sql)$/.test(file) && !/\.test\.ts$|notes|ensure-|demo-people/.test(file))
  for (const file of [...makers.sort(), "bench/repeat-scores.ts", "bench/world-database.ts"])
    hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest("hex").slice(0, 12)
}

async function removeOld(size: BenchSize): Promise<void> {
  for (const name of readdirSync(shelf).filter((each) => each.startsWith(`${size}-`))) {
    await removeCluster(join(shelf, name))
    rmSync(join(shelf, name), { recursive: true, force: true, maxRetries: 5 })
  }
}

async function build(size: BenchSize, dataDir: string): Promise<void> {
  const begun = performance.now()
  const say = (what: string) =>
    console.log(`world ${size}: ${what} (${((performance.now() - begun) / 1000).toFixed(0)} s)`)
  const cluster = await startPostgres({ dataDir, log: console.log, settings: hasty })
  try {
    await migrate({ ...cluster, log: console.log })
    const workspaceId = await makeWorkspace(cluster, size)
    const pool = openPool({ url: cluster.appUrl, max: 3, name: "csops-bench", statementTimeoutMs: 120_000 })
    setPool(pool)
    try {
      await fill(size, workspaceId, say)
      await score(size, workspaceId, cluster)
      say("scored")
    } finally {
      await pool.close()
    }
    await settle(cluster, workspaceId)
    say("complete")
    writeFileSync(join(dataDir, marker), JSON.stringify({ workspaceId }))
  } finally {
    await cluster.stop()
  }
}

async function makeWorkspace({ ownerUrl }: Cluster, size: BenchSize): Promise<WorkspaceId> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  const id = newId() as WorkspaceId
  await owner`insert into workspace (id, slug, name, kind) values (${id}, 'bench', ${`World ${size}`}, 'own')`
  await owner.end()
  return id
}

async function fill(size: BenchSize, workspaceId: WorkspaceId, say: (what: string) => void): Promise<void> {
  const world = new World(planOf(size))
  const caller = worldCaller(workspaceId, new Date(`${anchorDay}T23:59:00Z`))
  const teller: Teller = { world, caller, goOn: () => {}, accountIds: new Map() }
  const ids = await writeFrame(teller)
  const how: HowToWrite = {
    sources: ids.sources,
    known: { accounts: new Set(), measures: new Set() },
    atOnce: rowsAtOnce,
  }
  const weeks = world.plan.weeksBefore
  let rows = 0
  for (let week = 0; week <= weeks; week++) {
    // The last day is told to its end.
    world.advanceTo(week * 7 * 1440 + 1439)
    const facts = world.take()
    await writeBook(teller, facts)
    for (const deliveries of deliveriesOf(facts.readings, teller, ids.measures).values()) {
      rows += deliveries.reduce((sum, { values }) => sum + values.length, 0)
      await Promise.all(halves(deliveries).map((half) => writeDay(teller, half, how)))
    }
    if (week % 13 === 0 || week === weeks) say(`week ${week} of ${weeks}, ${rows} readings`)
  }
}

/** The last day, after a quarter of days on which every account kept its first score, where the world is that old. */
async function score(size: BenchSize, workspaceId: WorkspaceId, { ownerUrl }: Cluster): Promise<void> {
  const caller = worldCaller(workspaceId, new Date(`${anchorDay}T23:59:00Z`))
  const models = await ensureModels(caller)
  const goOn = () => {}
  if (planOf(size).weeksBefore * 7 > historyDays) {
    const from = addDays(anchorDay, -historyDays)
    await scoreDay(caller, { models, day: from, goOn })
    const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })
    await repeatScores(owner, { workspaceId, from, until: anchorDay })
    await owner.end()
  }
  await scoreDay(caller, { models, day: anchorDay, goOn })
}

/** Two writers at once, each with accounts of its own, so that neither waits for rows of the other. */
function halves(deliveries: readonly Delivery[]): Delivery[][] {
  return [0, 1].map((half) =>
    deliveries.flatMap((delivery) => {
      const places = delivery.accountIds.flatMap((id, at) => (isOdd(id) === (half === 1) ? [at] : []))
      return pieces(places).map((piece) => ({
        ...delivery,
        accountIds: piece.map((at) => delivery.accountIds[at]!),
        measureIds: piece.map((at) => delivery.measureIds[at]!),
        values: piece.map((at) => delivery.values[at]!),
      }))
    }),
  )
}

const isOdd = (id: string): boolean => Number.parseInt(id.at(-1) ?? "0", 16) % 2 === 1

const pieces = (places: readonly number[]): number[][] =>
  Array.from({ length: Math.ceil(places.length / rowsAtOnce) }, (_, at) =>
    places.slice(at * rowsAtOnce, (at + 1) * rowsAtOnce),
  )

/** No account waits for its score, and the planner knows the tables. */
async function settle({ ownerUrl }: Cluster, workspaceId: WorkspaceId): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  await owner`delete from rescore_due where workspace_id = ${workspaceId}`
  await owner`vacuum (analyze)`
  await owner`checkpoint`.catch(() => undefined)
  await owner.end()
}
