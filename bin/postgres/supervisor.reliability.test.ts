import { once } from "node:events"
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import postgres from "postgres"
import { afterEach, beforeEach, expect, test } from "vitest"
import { identify } from "../processes/identity.ts"
import { readClusterRecord } from "./cluster-record.ts"
import { removeCluster } from "./remove-cluster.ts"
import { connectOnce } from "./roles.ts"
import { type Cluster, startPostgres } from "./start-postgres.ts"
import { hold, spawnHolder } from "./testing/holder.ts"

let dataDir: string
const log = () => undefined
const start = (): Promise<Cluster> => startPostgres({ dataDir, log })

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "csops-supervisor-"))
})
afterEach(async () => {
  await removeCluster(dataDir)
  rmSync(dataDir, { recursive: true, force: true })
})

async function inDatabase<T>(url: string, use: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = connectOnce(url)
  try {
    return await use(sql)
  } finally {
    await sql.end({ timeout: 2 })
  }
}

test("a server left by a killed program is adopted, with its data, and can be stopped", async () => {
  const killed = await hold({ dataDir })
  await inDatabase(killed.ownerUrl, (sql) => sql`create table kept as select 42 as answer`)
  killed.program.kill("SIGKILL")
  await once(killed.program, "exit")
  expect(identify(killed.pid)).not.toBeNull()

  const cluster = await start()
  expect(cluster).toMatchObject({ adopted: true, pid: killed.pid, port: killed.port })
  const rows = await inDatabase(cluster.ownerUrl, (sql) => sql`select answer from kept`)
  expect([...rows]).toEqual([{ answer: 42 }])
  await cluster.stop()
  expect(identify(killed.pid)).toBeNull()
  expect(await cluster.exited).toBeNull()
})

test("kill -9 of the server under a writer, five times: nothing acknowledged is lost, back within 20 s", async () => {
  const cluster = await start()
  const sql = postgres(cluster.ownerUrl, {
    max: 1,
    connect_timeout: 2,
    backoff: () => 0.05,
    onnotice: () => undefined,
  })
  await sql`create table written (id int primary key)`
  const acknowledged: number[] = []
  const writing = new AbortController()
  const writer = (async () => {
    for (let id = 1; !writing.signal.aborted; id++) {
      await sql`insert into written values (${id})`.then(
        () => acknowledged.push(id),
        () => sleep(20),
      )
    }
  })()
  const outages: number[] = []
  for (let round = 0; round < 5; round++) {
    const before = acknowledged.length
    while (acknowledged.length < before + 50) await sleep(5)
    const killedPid = cluster.pid
    const killedAt = performance.now()
    process.kill(killedPid, "SIGKILL")
    while (cluster.pid === killedPid) await sleep(10)
    const back = acknowledged.length
    while (acknowledged.length === back) await sleep(10)
    outages.push(performance.now() - killedAt)
  }
  writing.abort()
  await writer
  const rows = await sql<{ id: number }[]>`select id from written`
  await sql.end({ timeout: 2 })
  await cluster.stop()
  const stored = new Set(rows.map(({ id }) => id))
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([])
  expect(Math.max(...outages)).toBeLessThan(20_000)
})

test("a busy worker that outlives its killed server does not keep the next one from starting", async () => {
  const cluster = await start()
  const busy = connectOnce(cluster.ownerUrl)
  const endless = busy`select count(*) from generate_series(1, 1e12::bigint)`.catch((error: Error) => error)
  const isBusy = () =>
    inDatabase(
      cluster.superUrl,
      (sql) => sql`select 1 from pg_stat_activity where query like '%generate_series%1e12%'`,
    )
  while ((await isBusy()).length < 2) await sleep(20)
  const killedPid = cluster.pid
  process.kill(killedPid, "SIGKILL")
  while (cluster.pid === killedPid) await sleep(20)
  expect(await endless).toBeInstanceOf(Error)
  await inDatabase(cluster.ownerUrl, (sql) => sql`select 1`)
  await busy.end({ timeout: 1 })
  await cluster.stop()
})

test("several first starts at once share one server, and the last to leave stops it", async () => {
  const holders = await Promise.all([1, 2, 3].map(() => hold({ dataDir })))
  expect(new Set(holders.map(({ pid }) => pid)).size).toBe(1)
  expect(holders.filter(({ adopted }) => !adopted)).toHaveLength(1)
  const outcomes = []
  for (const holder of holders) outcomes.push(await holder.leave())
  expect(outcomes).toEqual(["left running", "left running", "stopped"])
  expect(identify(holders[0]?.pid ?? 0)).toBeNull()
})

test("a first start that is killed half-way leaves nothing that hinders the next", async () => {
  for (let round = 0; round < 3; round++) {
    const program = spawnHolder({ dataDir })
    while (!readdirSync(dataDir).some((name) => name.includes(".making-"))) await sleep(2)
    await sleep(round * 150)
    program.kill("SIGKILL")
    await once(program, "exit")
  }
  const cluster = await start()
  expect(cluster.adopted).toBe(false)
  expect(readdirSync(dataDir).filter((name) => name.includes(".making-"))).toEqual([])
  await cluster.stop()
})

test("a process number that belongs to a stranger since does not keep the server from starting", async () => {
  await (await start()).stop()
  writeFileSync(join(dataDir, "postgres/postmaster.pid"), `${process.pid}\n${dataDir}\n1\n1\n\n\n\nready\n`)
  const cluster = await start()
  expect(cluster.pid).not.toBe(process.pid)
  await cluster.stop()
})

test("data of another major version are refused in words, and left as they are", async () => {
  await (await start()).stop()
  const file = join(dataDir, "postgres/PG_VERSION")
  const version = readFileSync(file, "utf8")
  writeFileSync(file, "17\n")
  await expect(start()).rejects.toThrow(/written by Postgres 17/)
  writeFileSync(file, version)
  await (await start()).stop()
})

test("lost passwords are told, never replaced over existing data", async () => {
  await (await start()).stop()
  const file = join(dataDir, "postgres.json")
  const record = readFileSync(file)
  rmSync(file)
  await expect(start()).rejects.toThrow(/postgres\.json with its passwords is missing/)
  writeFileSync(file, record, { mode: 0o600 })
  await (await start()).stop()
})

test("the server is loopback only, unprivileged, and the app role may only connect", async () => {
  const cluster = await start()
  expect(statSync(join(dataDir, "postgres.json")).mode & 0o777).toBe(0o600)
  expect(statSync(readClusterRecord(dataDir)?.relocatedTo ?? join(dataDir, "postgres")).uid).not.toBe(0)
  const [server] = await inDatabase(
    cluster.superUrl,
    (sql) => sql`select current_setting('listen_addresses') as listens, current_setting('fsync') as fsync,
      current_setting('data_checksums') as checksums, datlocale as locale, pg_encoding_to_char(encoding) as encoding
      from pg_database where datname = 'csops'`,
  )
  expect(server).toEqual({
    listens: "127.0.0.1",
    fsync: "on",
    checksums: "on",
    locale: "C.UTF-8",
    encoding: "UTF8",
  })
  const [role] = await inDatabase(
    cluster.appUrl,
    (sql) =>
      sql`select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user`,
  )
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false })
  await expect(inDatabase(cluster.appUrl, (sql) => sql`create table mine ()`)).rejects.toThrow(
    /permission denied/,
  )
  const elsewhere = cluster.appUrl.replace(/csops$/, "postgres")
  await expect(inDatabase(elsewhere, (sql) => sql`select 1`)).rejects.toThrow(/permission denied/)
  await cluster.stop()
  expect(existsSync(join(dataDir, "postgres/postmaster.pid"))).toBe(false)
})
