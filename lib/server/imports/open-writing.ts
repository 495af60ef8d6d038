import { beginChunk } from "#db/commands/imports-write.ts"
import { ensureMeasures, ensureSignalMonths, receiveSignals } from "#db/commands/signals.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { importRun } from "#db/queries/imports.ts"
import type { Caller } from "#lib/access/caller.ts"
import { AppError, notFound } from "#lib/errors.ts"
import { accountReferences, personReferences } from "./references.ts"
import type { Writing } from "./writing.ts"

/** Makes ready what all chunks share: the months and the measures of the readings, and what is known already. */
export async function openWriting(caller: Caller, runId: string): Promise<Writing> {
  const run = await inWorkspace(caller, (tx) => importRun(tx, caller, runId))
  if (!run) throw notFound("import")
  const plan = run.report?.plan
  if (!plan) throw new AppError("conflict", "This import was never checked.")
  const [first, last] = [run.firstDay, run.lastDay]
  // Making a month locks the tables of readings and events whole: done apart.
  if (first && last) await inWorkspace(caller, (tx) => ensureSignalMonths(tx, caller, { first, last }))
  const ids = await inWorkspace(caller, async (tx) => {
    await beginChunk(tx, caller, { runId, writtenThrough: run.writtenThrough })
    const measures = plan.measures.map(({ key, label, unit, kind, role }) => ({
      key,
      label,
      unit,
      kind,
      role,
    }))
    return (await ensureMeasures(tx, caller, { measures })).ids
  })
  const cause = { caseType: "import" as const, caseId: runId }
  const known = { accounts: new Set<string>(), measures: new Set(ids.values()) }
  return {
    caller,
    run,
    plan,
    cause,
    measureIds: plan.measures.map(({ key }) => ids.get(key)!),
    accounts: accountReferences(caller),
    people: personReferences(caller),
    known,
    takeReadings: async (tx, signals) => {
      const given = { source: run.source, signals, cause, runNumber: run.number, known }
      const { written, removed, accountIds } = await receiveSignals(tx, caller, given)
      return { count: written + removed, accountIds }
    },
  }
}
