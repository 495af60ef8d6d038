import postgres, { type Sql } from "postgres"
import { openPool, setPool } from "#db/client.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import { rescoreWorkspace } from "#lib/server/health/rescore-workspace.ts"
import type { Bench } from "./bench.ts"
import { openWorldDatabase, type WorldDatabase } from "./world-database.ts"

const goal = 3
const rounds = 3
/** How far back the database looks when only what the models look at is added up. */
const windowDays = 91

type Round = {
  readonly rescore: number
  readonly all: number
  readonly window: number
  readonly insert: number
}

/**
 * Scores every account for a day that has no scores yet, so that every row is written, against the same database adding
 * up every reading once by account and measure (n, sum, last, slope) and inserting copies of the rows just written.
 */
async function run(): Promise<{ figure: string; holds: boolean }> {
  const world = await openWorldDatabase("M")
  const pool = openPool({ url: world.appUrl, max: 3, name: "csops-bench", statementTimeoutMs: 120_000 })
  const owner = postgres(world.ownerUrl, { max: 1, onnotice: () => {} })
  const app = postgres(world.appUrl, { max: 1, onnotice: () => {} })
  setPool(pool)
  try {
    await restore(owner, world)
    await keep(owner, world)
    const measured: Round[] = []
    for (let round = 1; round <= rounds; round++) measured.push(await measure(round, { world, owner, app }))
    const middle = (value: (round: Round) => number) => measured.map(value).toSorted((a, b) => a - b)[1] ?? 0
    const ratio = middle((one) => one.rescore / (one.all + one.insert))
    const strict = middle((one) => one.rescore / (one.window + one.insert))
    console.log(`against the readings of the last ${windowDays} days alone: ${strict.toFixed(2)} times`)
    return { figure: `${ratio.toFixed(2)} times`, holds: ratio <= goal }
  } finally {
    await restore(owner, world)
    await Promise.all([pool.close(), owner.end({ timeout: 5 }), app.end({ timeout: 5 })])
    await world.close()
  }
}

type Sides = { readonly world: WorldDatabase; readonly owner: Sql; readonly app: Sql }

async function measure(round: number, { world, owner, app }: Sides): Promise<Round> {
  const day = addDays(world.today, round)
  const seconds = async (work: () => Promise<unknown>) => {
    const begun = performance.now()
    await work()
    return (performance.now() - begun) / 1_000
  }
  const all = await seconds(() => addUp(app, world, "1900-01-01", day))
  const window = await seconds(() => addUp(app, world, addDays(day, 1 - windowDays), day))
  let written = 0
  const rescore = await seconds(async () => {
    written = (await rescoreWorkspace(world.caller, { day })).written
  })
  const insert = await insertCopies(owner, world, { day, seconds })
  console.log(
    `round ${round}: ${written} accounts scored and written in ${rescore.toFixed(2)} s; ` +
      `all readings added up in ${all.toFixed(2)} s, those of ${windowDays} days in ${window.toFixed(2)} s, ` +
      `rows inserted in ${insert.toFixed(2)} s`,
  )
  return { rescore, all, window, insert }
}

/** As the product reads: the app role, which names its workspace first. */
async function addUp(app: Sql, world: WorldDatabase, from: string, to: string): Promise<void> {
  await app.begin(async (tx) => {
    await tx`select set_config('csops.workspace_id', ${world.workspaceId}, true)`
    await tx`
      select count(*), sum(sum), sum(slope) from (
        select account_id, measure_id, count(value) as n, sum(value) as sum, max(array[day - ${to}::date, value]) as last,
          regr_slope(value, day - ${to}::date) as slope
        from signal where workspace_id = ${world.workspaceId} and day between ${from}::date and ${to}::date
        group by account_id, measure_id) g`
  })
}

type Copying = { readonly day: string; readonly seconds: (work: () => Promise<unknown>) => Promise<number> }

async function insertCopies(owner: Sql, world: WorldDatabase, { day, seconds }: Copying): Promise<number> {
  const tables = ["health_score", "account_health"]
  for (const table of tables)
    await owner`create table ${owner(`bench_${table}`)} (like ${owner(table)} including all)`
  const taken = await seconds(async () => {
    for (const table of tables)
      await owner`insert into ${owner(`bench_${table}`)} select * from ${owner(table)}
        where workspace_id = ${world.workspaceId} and day = ${day}`
  })
  for (const table of tables) await owner`drop table ${owner(`bench_${table}`)}`
  return taken
}

/** The newest scores as they are, so that the world can be left as it was found. */
async function keep(owner: Sql, world: WorldDatabase): Promise<void> {
  await owner.begin(async (tx) => {
    for (const table of ["account_health", "account_list"])
      await tx`create table ${tx(`bench_kept_${table}`)} as
        select * from ${tx(table)} where workspace_id = ${world.workspaceId}`
  })
}

/** Also takes back what a run that was killed left behind. */
async function restore(owner: Sql, world: WorldDatabase): Promise<void> {
  const [kept] = await owner<
    { there: boolean }[]
  >`select to_regclass('bench_kept_account_list') is not null as there`
  if (!kept?.there) return
  await owner.begin(async (tx) => {
    await tx`delete from health_score where workspace_id = ${world.workspaceId} and day > ${world.today}`
    await tx`delete from account_health where workspace_id = ${world.workspaceId}`
    await tx`insert into account_health select * from bench_kept_account_health`
    await tx`update account_list l set health = k.health, band = k.band, coverage = k.coverage, scored_at = k.scored_at
      from bench_kept_account_list k where l.workspace_id = k.workspace_id and l.account_id = k.account_id`
    await tx`drop table if exists bench_health_score, bench_account_health`
    await tx`drop table bench_kept_account_health, bench_kept_account_list`
  })
}

export const rescore: Bench = {
  name: "rescore",
  about: "Scoring every account of world M against one GROUP BY of its readings and inserting as many rows.",
  goal: `<= ${goal} times`,
  run,
}
