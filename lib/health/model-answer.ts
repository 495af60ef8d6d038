import { formatNumber } from "../format/number.ts"
import { formatCount } from "../format/plural.ts"
import type { HealthModel } from "./schema.ts"

/** How health is made, in one sentence, and how many accounts do not have their score of the newest version yet. */
export function modelAnswer(models: readonly HealthModel[], waiting: number): string {
  const [first] = models
  if (!first) return "No health model is published, so no account has a score."
  const vetoes = first.measures.filter(({ veto }) => veto !== null).length
  const whole =
    models.length === 1
      ? `${first.name}, version ${first.version}, scores by ${formatCount(first.measures.length, "measure")} with ${formatCount(vetoes, "veto", "vetoes")}`
      : `${formatNumber(models.length)} models score: ${models.map(({ name, version }) => `${name} (version ${version})`).join(", ")}`
  return waiting === 0
    ? `${whole}; every account is scored.`
    : `${whole}; ${formatCount(waiting, "account waits for its score", "accounts wait for their score")}.`
}
