import type { PgDatabase } from "drizzle-orm/pg-core"
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js"
import postgres, { type Sql } from "postgres"
import { AppError } from "#lib/errors.ts"
import { env } from "#lib/platform/env.ts"
import { fenceTransactions } from "./fence-transactions.ts"
import { prepareStatements } from "./prepare-statements.ts"
import { Slots } from "./slots.ts"

/** The database or a transaction on it. Always the first argument, never defaulted. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>

export type Pool = {
  /** Read anew for each piece of work: a lost connection makes the next ones begin on fresh connections. */
  readonly db: Db
  readonly sql: Sql
  /** One slot per connection: the driver itself would wait for a free one for ever. */
  readonly slots: Slots
  readonly close: () => Promise<void>
}

type PoolOptions = {
  url: string
  max: number
  name: string
  statementTimeoutMs?: number
  /**
   * Lets statements keep one plan for all values. That suits pages, which read little, and often the same; work on
   * thousands of rows at once needs a plan for its own values.
   */
  keepsPlans?: boolean
}

export function openPool(options: PoolOptions): Pool {
  let connections = connect(options)
  const current = () => {
    if (!connections.hasLost()) return connections
    const old = connections
    connections = connect(options)
    void old.sql.end({ timeout: 30 }).catch(() => {})
    return connections
  }
  return {
    get db() {
      return current().db
    },
    get sql() {
      return current().sql
    },
    slots: new Slots(options.max, "All database connections are busy. Try again in a moment."),
    close: () => connections.sql.end({ timeout: 5 }),
  }
}

/** The driver may leave the place of a lost connection mute for good, so a set that lost one takes no new work. */
function connect({ url, max, name, statementTimeoutMs = 10_000, keepsPlans = false }: PoolOptions) {
  let hasLost = false
  const lose = () => {
    hasLost = true
  }
  const connections = postgres(url, {
    max,
    connect_timeout: 4,
    // Never closed by ourselves: a close is then always a loss, and makes the next work begin afresh.
    idle_timeout: 0,
    max_lifetime: null,
    backoff: () => 0.2,
    onnotice: () => {},
    onclose: lose,
    connection: {
      application_name: name,
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: 30_000,
      plan_cache_mode: keepsPlans ? "auto" : "force_custom_plan",
    },
  })
  const sql = fenceTransactions(prepareStatements(connections, { onStalePlan: lose }))
  return { sql, db: drizzle(sql) as unknown as Db, hasLost: () => hasLost }
}

// Route handlers and instrumentation get separate module instances: only globalThis is one per process.
const shared = globalThis as typeof globalThis & { csopsPool?: Pool }

/** The pool of this process, on the app role's address. */
export function pool(): Pool {
  if (shared.csopsPool) return shared.csopsPool
  const { DATABASE_URL, CSOPS_DATABASE_POOL } = env()
  if (!DATABASE_URL)
    throw new AppError("unavailable", "DATABASE_URL is not set. Start the product with `npm start`.")
  shared.csopsPool = openPool({ url: DATABASE_URL, max: CSOPS_DATABASE_POOL, name: "csops" })
  return shared.csopsPool
}

/** For command lines and tests that bring their own connection. */
export function setPool(own: Pool): void {
  shared.csopsPool = own
}
