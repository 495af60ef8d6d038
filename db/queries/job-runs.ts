import { sql } from "drizzle-orm"
import type { WorkspaceId } from "#lib/id.ts"
import type { Db } from "../client.ts"
import { jobSchema } from "../job-schema.ts"

const mostShown = 50

export type StoredRun = {
  readonly id: string
  readonly name: string
  readonly state: "created" | "active" | "completed" | "retry" | "failed" | "cancelled"
  readonly retryCount: number
  readonly createdOn: Date
  readonly startAfter: Date
  readonly startedOn: Date | null
  readonly completedOn: Date | null
  readonly output: unknown
}

type StoredRow = {
  readonly [Key in keyof StoredRun]: StoredRun[Key] extends Date | null ? string : StoredRun[Key]
}

/**
 * What the board shows of one queue, however many runs it keeps: the last run that began, those that run, the newest
 * failures, how many wait, and how long the runs took that ended well before the newest such. Runs that another workspace asked for are left out.
 */
export async function jobRuns(
  on: Db,
  { name, workspaceId }: { name: string; workspaceId: WorkspaceId },
): Promise<{ runs: readonly StoredRun[]; waiting: number; tookSeconds: readonly number[] }> {
  const job = sql`${sql.identifier(jobSchema)}.job`
  const mine = sql`name = ${name} and coalesce(data ->> 'workspaceId', ${workspaceId}) = ${workspaceId}`
  const newest = sql`order by coalesce(completed_on, started_on, created_on) desc limit`
  const rows = await on.execute<StoredRow>(sql`
    select id, name, state::text, retry_count as "retryCount", created_on::text as "createdOn",
      start_after::text as "startAfter", started_on::text as "startedOn", completed_on::text as "completedOn", output
    from (
      (select * from ${job} where ${mine} and started_on is not null ${newest} 1)
      union
      (select * from ${job} where ${mine} and state::text = 'active' ${newest} ${mostShown})
      union
      (select * from ${job} where ${mine} and state::text in ('failed', 'retry') ${newest} ${mostShown})) shown
    ${newest} ${2 * mostShown + 1}`)
  const [count] = await on.execute<{ waiting: number }>(sql`
    select count(*)::int as waiting from ${job} where ${mine} and state::text in ('created', 'retry')`)
  const took = await on.execute<{ seconds: number }>(sql`
    select extract(epoch from completed_on - started_on)::float8 as seconds
    from ${job} where ${mine} and state::text = 'completed' and started_on is not null
    ${newest} ${mostShown} offset 1`)
  const instant = (text: string | null) => (text === null ? null : new Date(text))
  return {
    waiting: count?.waiting ?? 0,
    tookSeconds: took.map(({ seconds }) => seconds),
    runs: rows.map((row) => ({
      ...row,
      createdOn: new Date(row.createdOn),
      startAfter: new Date(row.startAfter),
      startedOn: instant(row.startedOn),
      completedOn: instant(row.completedOn),
    })),
  }
}
