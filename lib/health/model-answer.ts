import { formatNumber } from "../format/number.ts"
import { formatCount } from "../format/plural.ts"
import type { HealthModel } from "./schema.ts"

export type ScoredAccounts = {
  /** Accounts that are not lost, as on the list of accounts. */
  readonly customers: number
  /** Of these: without a score. */
  readonly withoutScore: number
  /** Of those without a score: not looked at yet. */
  readonly notYetScored: number
  /** Accounts with readings that no score of the newest version knows yet. */
  readonly waiting: number
}

/** How health is made, in one sentence, and how many accounts have a score: the same numbers as on Accounts. */
export function modelAnswer(models: readonly HealthModel[], accounts: ScoredAccounts): string {
  const [first] = models
  if (!first) return "No health model is published, so no account has a score."
  const vetoes = first.measures.filter(({ veto }) => veto !== null).length
  const whole =
    models.length === 1
      ? `${first.name}, version ${first.version}, scores by ${formatCount(first.measures.length, "measure")} with ${formatCount(vetoes, "veto", "vetoes")}`
      : `${formatNumber(models.length)} models score: ${models.map(({ name, version }) => `${name} (version ${version})`).join(", ")}`
  return `${whole}; ${scoredWords(accounts)}.`
}

function scoredWords({ customers, withoutScore, notYetScored, waiting }: ScoredAccounts): string {
  if (waiting > 0) return formatCount(waiting, "account waits for its score", "accounts wait for their score")
  if (customers === 0) return "there is no account to score"
  const tooLittle = withoutScore - notYetScored
  const scored =
    withoutScore === 0 && customers > 1
      ? `all ${formatCount(customers, "account")} are scored`
      : `${formatNumber(customers - withoutScore)} of ${formatCount(customers, "account")} ${customers - withoutScore === 1 ? "is" : "are"} scored`
  return [
    scored,
    tooLittle > 0 && `${formatNumber(tooLittle)} ${tooLittle === 1 ? "has" : "have"} too little data`,
    notYetScored > 0 && `${formatNumber(notYetScored)} not scored yet`,
  ]
    .filter(Boolean)
    .join(", ")
}
