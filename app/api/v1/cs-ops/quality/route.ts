import { sourcesOverview, standardsOverview } from "#db/queries/quality-overview.ts"
import { workspaceClock } from "#db/queries/workspaces.ts"
import { qualityOfData } from "#lib/api/quality.ts"
import { trustAnswer } from "#lib/quality/trust-answer.ts"
import { trustQuestion } from "#lib/quality/trust-question.ts"
import { endpoint } from "#lib/server/endpoint.ts"

export const GET = endpoint(qualityOfData, async (tx, caller) => {
  const clock = await workspaceClock(tx, caller)
  const sources = await sourcesOverview(tx, caller, clock)
  const standards = await standardsOverview(tx, caller, clock)
  return {
    answer: trustAnswer(trustQuestion({ sources, standards })),
    as_of: caller.now.toISOString(),
    standards: standards.map(({ standing, ...standard }) => ({
      id: standard.id,
      field: standard.field,
      label: standard.label,
      dimension: standard.dimension,
      verdict: standing.verdict,
      share: standing.share,
      at_least: standard.atLeast,
      within_days: standard.withinDays,
      rows: standing.newest?.rows ?? 0,
      failing: standing.failing,
      fails_since: standing.failsSince,
      fails_since_or_before: standing.mayBeOlder,
      measured_at: standard.measuredAt?.toISOString() ?? null,
      owner: standard.ownerName,
      reason: standard.reason,
      shown_on: standard.uses.map(({ page, figure }) => ({ page, figure })),
      history: standard.history.map(({ day, rows, met, atLeast }) => ({ day, rows, met, at_least: atLeast })),
    })),
  }
})
