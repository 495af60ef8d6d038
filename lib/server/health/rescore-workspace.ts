import { type Chunk, ensureScoreMonth, type RescoredChunk, rescoreChunk } from "#db/commands/rescore.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { onceMore } from "#db/once-more.ts"
import { publishedModels } from "#db/queries/health.ts"
import type { Caller } from "#lib/access/caller.ts"
import type { ScoreBand } from "#lib/health/schema.ts"

export type RescoreReport = {
  /** Accounts that a model scored. */
  accounts: number
  /** Accounts whose stored score was new or different. */
  written: number
  changedBand: number
  byBand: Record<ScoreBand, number>
}

/**
 * Scores the accounts of the workspace for a day and keeps what changed. Works in chunks of one short
 * transaction each, so that no writer holds the event readers up. Running it twice changes nothing.
 */
export async function rescoreWorkspace(
  caller: Caller,
  { day, only, onChunk }: { day: string; only?: readonly string[]; onChunk?: () => void },
): Promise<RescoreReport> {
  const report: RescoreReport = {
    accounts: 0,
    written: 0,
    changedBand: 0,
    byBand: { red: 0, yellow: 0, green: 0, insufficient: 0 },
  }
  const models = await inWorkspace(caller, (tx) => publishedModels(tx, caller))
  if (models.length === 0) return report
  await inWorkspace(caller, (tx) => ensureScoreMonth(tx, caller, { day }))
  let after: string | null = null
  do {
    const chunk: Chunk = { models, day, after, ...(only ? { only } : {}) }
    const done: RescoredChunk = await onceMore(() =>
      inWorkspace(caller, (tx) => rescoreChunk(tx, caller, chunk)),
    )
    for (const { score } of done.scored) report.byBand[score.band] += 1
    onChunk?.()
    report.accounts += done.scored.length
    report.written += done.written
    report.changedBand += done.changedBand
    after = done.next
  } while (after !== null)
  return report
}
