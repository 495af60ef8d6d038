import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { drizzle } from "drizzle-orm/postgres-js"
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator"
import postgres, { type Sql, type TransactionSql } from "postgres"
import { installJobQueue } from "./install-job-queue.ts"
import { jobSchema } from "./job-schema.ts"

const folder = fileURLToPath(new URL("../drizzle", import.meta.url))
const lockKey = 7_261_144

type Migration = { ownerUrl: string; appUrl: string; log: (line: string) => void }

/**
 * Brings the schema up to date as its owner and gives the app role what it needs. Any number of
 * processes may call this at once: one works, the others wait and find nothing to do.
 */
export async function migrate({ ownerUrl, appUrl, log }: Migration): Promise<void> {
  const sql = postgres(ownerUrl, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: "csops-migrate" },
  })
  try {
    await sql`select pg_advisory_lock(${lockKey})`
    const before = await appliedMigrations(sql)
    await runMigrations(drizzle(sql), { migrationsFolder: folder })
    const after = await appliedMigrations(sql)
    const expected = journalLength()
    if (after !== expected)
      throw new Error(
        `The database has ${after} migrations but this version of the product brings ${expected}. ` +
          "A newer version has used this database: start that version, or restore a backup.",
      )
    await installJobQueue(sql, jobSchema)
    await sql`select ensure_month_partitions((now() - interval '25 months')::date, (now() + interval '3 months')::date)`
    await sql.begin((tx) => grantToApp(tx, appRole(appUrl)))
    if (after > before) log(`Database schema brought up to date (${after - before} migrations).`)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

function journalLength(): number {
  const journal: unknown = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, "utf8"))
  return (journal as { entries: unknown[] }).entries.length
}

async function appliedMigrations(sql: Sql): Promise<number> {
  const [table] = await sql<
    { there: boolean }[]
  >`select to_regclass('drizzle.__drizzle_migrations') is not null as there`
  if (!table?.there) return 0
  const [row] = await sql<
    { count: number }[]
  >`select count(*)::int as count from drizzle.__drizzle_migrations`
  return row?.count ?? 0
}

function appRole(appUrl: string): string {
  const role = decodeURIComponent(new URL(appUrl).username)
  if (!role) throw new Error("DATABASE_URL names no role: write postgres://ROLE:PASSWORD@HOST/DATABASE.")
  return role
}

/** What is not granted here the app role cannot do: no ownership, no partitions, no sign-in tables. */
async function grantToApp(sql: TransactionSql, role: string): Promise<void> {
  const app = sql(role)
  await sql`grant usage on schema public to ${app}`
  await sql`revoke all on all tables in schema public from ${app}`
  const tables = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname not in ('login', 'login_attempt', 'session', 'installation', 'workspace', 'membership', 'event')`
  for (const { name } of tables) await sql`grant select, insert, update, delete on ${sql(name)} to ${app}`
  await sql`grant select on workspace, membership to ${app}`
  await sql`grant select, insert on event to ${app}`
  await sql`grant usage on all sequences in schema public to ${app}`
  await sql`revoke execute on all functions in schema public from public`
  await sql`grant execute on all functions in schema public to ${app}`
  await sql`grant usage on schema ${sql(jobSchema)} to ${app}`
  await sql`grant select, insert, update, delete on all tables in schema ${sql(jobSchema)} to ${app}`
  await sql`grant usage on all sequences in schema ${sql(jobSchema)} to ${app}`
  await sql`grant execute on all functions in schema ${sql(jobSchema)} to ${app}`
}
