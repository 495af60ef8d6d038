import postgres from "postgres"
import { type ClusterRecord, clusterUrl } from "./cluster-record.ts"

export const databaseName = "csops"

export function connectOnce(url: string) {
  return postgres(url, {
    max: 1,
    connect_timeout: 5,
    fetch_types: false,
    prepare: false,
    onnotice: () => undefined,
  })
}

/**
 * The owner of the database and the role of the application, which may connect and nothing else until a migration
 * grants it more. Safe to repeat, also after a start that was killed half-way. Passwords are base64url, so they need
 * no quoting.
 */
export async function ensureRoles(record: ClusterRecord, port: number): Promise<void> {
  const sql = connectOnce(clusterUrl(record, "postgres", port, "postgres"))
  try {
    for (const role of ["csops_owner", "csops_app"] as const) {
      const [known] = await sql`select 1 from pg_roles where rolname = ${role}`
      const rights = "login nosuperuser nobypassrls nocreatedb nocreaterole noreplication"
      await sql.unsafe(
        `${known ? "alter" : "create"} role ${role} ${rights} password '${record.passwords[role]}'`,
      )
    }
    const [database] = await sql`select 1 from pg_database where datname = ${databaseName}`
    if (!database) await sql.unsafe(`create database ${databaseName} owner csops_owner`)
    await sql.unsafe(`revoke all on database ${databaseName} from public`)
    await sql.unsafe(`grant connect on database ${databaseName} to csops_app`)
    await sql.unsafe("revoke connect on database postgres, template1 from public")
  } finally {
    await sql.end({ timeout: 5 })
  }
}
