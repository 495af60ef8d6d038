import { setStandard } from "#db/commands/quality.ts"
import { setSourceTerms } from "#db/commands/sources.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { standardsOf } from "#db/queries/quality.ts"
import { newId } from "#lib/platform/new-id.ts"
import { measureWorkspace } from "#lib/server/jobs/measure-quality.ts"
import { database } from "./database.ts"
import { type TestWorkspace, today } from "./workspace.ts"

export type ArrangedQuality = {
  /** A source that tells something, promised for a day and owned by somebody. */
  readonly sourceKey: string
  readonly ownerId: string
  /** Every account fails it: none has an industry. */
  readonly standardId: string
  readonly others: readonly string[]
}

/** The source of the readings gets a name and key of its own; standards are set and measured by real commands. */
export async function arrangeQuality(
  workspace: TestWorkspace,
  { sourceName }: { sourceName: string },
): Promise<ArrangedQuality> {
  const { owner } = database()
  const admin = workspace.as("admin")
  const sourceKey = `source-${workspace.id}`
  await owner`update source set key = ${sourceKey}, name = ${sourceName}
    where workspace_id = ${workspace.id} and key = 'journeys'`
  const ownerId = newId()
  await owner`insert into person (workspace_id, id, external_id, name, position, job_function)
    values (${workspace.id}, ${ownerId}, ${ownerId}, ${`${sourceName} Keeper`}, 'Data Steward', 'cs')`
  const standard = {
    field: "account.industry",
    dimension: "completeness",
    atLeast: 0.5,
    withinDays: null,
    ownerId,
    reason: `Benchmarks of ${sourceName} compare accounts of one industry.`,
  } as const
  const set = await inWorkspace(admin, (tx) => setStandard(tx, admin, standard))
  if (!set.ok) throw new Error(set.reason)
  await inWorkspace(admin, (tx) =>
    setSourceTerms(tx, admin, { source: sourceKey, promiseHours: 24, ownerId }),
  )
  await measureQuality(workspace)
  const all = await inWorkspace(admin, (tx) => standardsOf(tx, admin, { today }))
  const others = all.map(({ id }) => id).filter((id) => id !== set.value.id)
  return { sourceKey, ownerId, standardId: set.value.id, others }
}

export const measureQuality = (workspace: TestWorkspace): Promise<unknown> =>
  measureWorkspace(workspace.as("admin"), { today, beat: () => {} })

/** A run that was given up, as the queue keeps it; tried again, it does its ordinary work. */
export async function arrangeFailedRun(error = "The disk of the test is full."): Promise<string> {
  const id = newId()
  await database().owner`
    insert into pgboss.job (id, name, state, retry_limit, retry_count, created_on, started_on, completed_on, output)
    values (${id}, 'keep-house', 'failed', 3, 3, now(), now(), now(), ${JSON.stringify({ message: error })}::text::jsonb)`
  return id
}
