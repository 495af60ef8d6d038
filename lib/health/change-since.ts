import type { HealthModel } from "./schema.ts"
import { scoreAccount } from "./score.ts"
import type { HealthScore, Reading } from "./score-schema.ts"
import { type ScoreChange, whatChanged } from "./what-changed.ts"

/**
 * The change from an earlier score to a later one. When the model changed in between, the earlier readings
 * are scored by the newer model too, so that the model's own doing is told apart from the account's.
 */
export function changeSince({
  before,
  readingsBefore,
  after,
  model,
}: {
  before: HealthScore
  readingsBefore: readonly Reading[]
  after: HealthScore
  /** The model that made `after`. */
  model: HealthModel
}): ScoreChange {
  const isSameModel = before.modelId === after.modelId && before.modelVersion === after.modelVersion
  const bridge = isSameModel ? null : scoreAccount({ model, readings: readingsBefore, asOf: before.asOf })
  return whatChanged({ before, after, bridge })
}
