import { execFile } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import postgres, { type Sql } from "postgres"
import { afterAll, beforeAll, expect, test } from "vitest"
import { root } from "#bin/launcher/installation.ts"
import { type Cluster, startPostgres } from "#bin/postgres/start-postgres.ts"
import { migrate } from "#db/migrate.ts"
import { demoPeople } from "#db/seed/demo-people.ts"
import { type LauncherFolder, launcherFolder } from "./kit/launcher.ts"
import { demoPassword } from "./kit/own-database.ts"
import { requireSignIn } from "./kit/sign-in.ts"

const boots = 8
const run = promisify(execFile)

let dataDir: string
let cluster: Cluster

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "csops-reliability-"))
  cluster = await startPostgres({ dataDir, log: () => {} })
})

afterAll(async () => {
  await cluster?.stop()
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
})

type Shape = Record<string, readonly unknown[]>

/** Everything that a migration makes, in one comparable form. */
async function shapeOf(on: Sql): Promise<Shape> {
  const [columns, functions, policies, indexes, constraints, journal, jobs] = await Promise.all([
    on`select table_schema, table_name, column_name, data_type, is_nullable, column_default
      from information_schema.columns where table_schema in ('public', 'pgboss') order by 1, 2, 3`,
    on`select proname, pg_get_functiondef(oid) as text from pg_proc
      where pronamespace = 'public'::regnamespace order by 1, 2`,
    on`select tablename, policyname, qual, with_check from pg_policies order by 1, 2`,
    on`select indexdef from pg_indexes where schemaname in ('public', 'pgboss') order by 1`,
    on`select conrelid::regclass::text as on, pg_get_constraintdef(oid) as text from pg_constraint
      where connamespace = 'public'::regnamespace order by 1, 2`,
    on`select hash from drizzle.__drizzle_migrations order by id`,
    on`select version from pgboss.version`,
  ])
  return { columns, functions, policies, indexes, constraints, journal, jobs }
}

const plain = (shape: Shape): unknown => JSON.parse(JSON.stringify(shape))

async function emptyDatabase(name: string): Promise<{ ownerUrl: string; appUrl: string }> {
  const supervisor = postgres(cluster.superUrl, { max: 1, onnotice: () => {} })
  await supervisor.unsafe(`create database ${name} owner csops_owner`)
  await supervisor.end()
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
  return { ownerUrl: at(cluster.ownerUrl), appUrl: at(cluster.appUrl) }
}

test(`${boots} processes that prepare one empty database at once make what one makes`, async () => {
  const [one, many] = [await emptyDatabase("one"), await emptyDatabase("many")]
  await migrate({ ...one, log: () => {} })
  const flags = ["--disable-warning=ExperimentalWarning", "--conditions=react-server"]
  const program = `
    import { prepareDatabase } from "${root}/bin/launcher/prepare-database.ts"
    await prepareDatabase(${JSON.stringify(many)}, { demoPassword: process.argv[1], log: () => {} })
    process.exit(0)`
  const begun = performance.now()
  const ends = await Promise.allSettled(
    Array.from({ length: boots }, () =>
      run(process.execPath, [...flags, "--input-type=module-typescript", "-e", program, demoPassword], {
        cwd: root,
      }),
    ),
  )
  console.log(`${boots} at once took ${Math.round(performance.now() - begun)} ms`)
  expect(ends.filter(({ status }) => status === "rejected")).toEqual([])
  const [single, shared] = [one, many].map(({ ownerUrl }) =>
    postgres(ownerUrl, { max: 1, onnotice: () => {} }),
  )
  try {
    const [expected, actual] = [await shapeOf(single!), await shapeOf(shared!)]
    expect(expected.columns?.length).toBeGreaterThan(200)
    expect(plain(actual)).toEqual(plain(expected))
    const workspaces = await shared!`select slug, kind::text from workspace order by slug`
    expect([...workspaces]).toEqual([
      { slug: "demo", kind: "demo" },
      { slug: "own", kind: "own" },
    ])
    const [counts] = await shared!`
      select (select count(*) from login)::int as logins, (select count(*) from membership)::int as memberships`
    expect(counts).toEqual({ logins: demoPeople.length, memberships: demoPeople.length + 1 })
  } finally {
    await Promise.all([single?.end(), shared?.end()])
  }
})

test(`${boots} first starts in one empty folder: one serves, the others say where`, async () => {
  const folder: LauncherFolder = await launcherFolder()
  try {
    const launchers = Array.from({ length: boots }, () => folder.start())
    await folder.untilServing(120_000)
    const ends = await Promise.all(
      launchers.map(async (launcher) => {
        const end = await Promise.race([launcher.exited, settled(launchers)])
        return { end, said: launcher.output() }
      }),
    )
    const serving = ends.filter(({ end }) => end === "serving")
    expect(serving.length, JSON.stringify(ends)).toBe(1)
    for (const { end, said } of ends) {
      expect(["serving", 0], said).toContain(end)
      expect(said).toContain(folder.origin)
    }
    await requireSignIn(folder.origin, { email: demoPeople[0].email, password: demoPassword })
    const sql = postgres(folder.databaseUrl("postgres"), { max: 1, onnotice: () => {} })
    const workspaces = await sql`select slug from workspace order by slug`
    const [journal] = await sql`select count(*)::int as rows, count(distinct hash)::int as hashes
      from drizzle.__drizzle_migrations`
    await sql.end()
    expect(workspaces.map(({ slug }) => slug)).toEqual(["demo", "own"])
    expect(journal?.rows).toBe(journal?.hashes)
  } finally {
    await folder.remove()
  }
})

/** "serving" once all but one have ended. */
async function settled(launchers: readonly { exited: Promise<unknown> }[]): Promise<"serving"> {
  let ended = 0
  await new Promise<void>((resolve) => {
    for (const { exited } of launchers)
      void exited.then(() => {
        ended += 1
        if (ended === launchers.length - 1) setTimeout(resolve, 500)
      })
  })
  return "serving"
}
