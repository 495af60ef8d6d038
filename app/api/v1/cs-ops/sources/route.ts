import { sourcesOverview, standardsOverview } from "#db/queries/quality-overview.ts"
import { workspaceClock } from "#db/queries/workspaces.ts"
import { listOfSources } from "#lib/api/sources.ts"
import { trustAnswer } from "#lib/quality/trust-answer.ts"
import { trustQuestion } from "#lib/quality/trust-question.ts"
import { endpoint } from "#lib/server/endpoint.ts"

export const GET = endpoint(listOfSources, async (tx, caller) => {
  const clock = await workspaceClock(tx, caller)
  const sources = await sourcesOverview(tx, caller, clock)
  const standards = await standardsOverview(tx, caller, clock)
  return {
    answer: trustAnswer(trustQuestion({ sources, standards })),
    as_of: caller.now.toISOString(),
    sources: sources.map(({ standing, promise, finding, ...source }) => ({
      key: source.key,
      name: source.name,
      kind: source.kind,
      state: standing.state,
      complete_to: source.completeTo,
      lag_hours: standing.lagHours,
      late_hours: standing.lateHours,
      promise_hours: promise?.hours ?? null,
      promise_is_guess: promise?.isGuess ?? false,
      readings_today: source.readingsToday,
      readings: source.readings,
      rows_rejected: source.rejected,
      rows_read: source.rowsRead,
      owner: source.ownerName,
      last_error: source.lastError,
      measures: [...source.measureKeys],
      days_late: finding.late,
      days_known: finding.known,
    })),
  }
})
