import { sourcesOverview, standardsOverview } from "#db/queries/quality-overview.ts"
import { workspaceClock } from "#db/queries/workspaces.ts"
import { listOfSources } from "#lib/api/sources.ts"
import { sourceAnswerOf } from "#lib/api/sources-answer.ts"
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
    sources: sources.map(sourceAnswerOf),
  }
})
