import { sourcesOverview, standardsOverview } from "#db/queries/quality-overview.ts"
import { workspaceClock } from "#db/queries/workspaces.ts"
import { qualityOfData } from "#lib/api/quality.ts"
import { standardAnswerOf } from "#lib/api/quality-answer.ts"
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
    standards: standards.map(standardAnswerOf),
  }
})
