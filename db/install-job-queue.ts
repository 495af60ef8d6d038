import { getConstructionPlans, getMigrationPlans } from "pg-boss"
import manifest from "pg-boss/package.json" with { type: "json" }
import type { Sql } from "postgres"

/** Installs the tables of the job queue as the owner, or brings those of an older version of it up to date. */
export async function installJobQueue(sql: Sql, schema: string): Promise<void> {
  const [found] = await sql<
    { there: boolean }[]
  >`select to_regclass(${`${schema}.version`}) is not null as there`
  if (!found?.there) {
    await sql.unsafe(getConstructionPlans(schema))
    return
  }
  const [installed] = await sql<{ version: number }[]>`select version from ${sql(schema)}.version`
  if (installed && installed.version < manifest.pgboss.schema)
    await sql.unsafe(getMigrationPlans(schema, installed.version))
}
