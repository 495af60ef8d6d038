import { formatMoney } from "#lib/format/money.ts"
import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"

export type AccountsAnswer = {
  /** Accounts the filters leave. */
  readonly matching: number
  /** Accounts of the workspace. */
  readonly all: number
  /** Of the matching ones: those in the red band. */
  readonly needAttention: number
  /** Null when no ARR is known of them. */
  readonly needAttentionArrCents: number | null
  /** Of the matching ones: those without a score, for want of data. */
  readonly withoutScore: number
  /** Of those without a score: not looked at yet, as in the minute after an import. */
  readonly notYetScored: number
  readonly currency: string
  readonly locale?: string
}

/**
 * The one sentence above the list of accounts: how many need attention and what they are worth a year.
 * Accounts that cannot be judged are named, because silence would count them as healthy.
 */
export function accountsAnswer(answer: AccountsAnswer): string {
  const { matching, all, withoutScore, notYetScored } = answer
  if (all === 0) return "No accounts yet."
  if (matching === 0) return `None of ${formatCount(all, "account")} matches.`
  if (matching === 1) return `1 account, and it ${oneAccount(answer)}.`
  if (notYetScored === matching) return `${formatCount(matching, "account")}, not scored yet.`
  if (withoutScore === matching)
    return `None of ${formatCount(matching, "account")} can be scored: too little data.`
  const unknown = withoutScore - notYetScored
  const unscored = unknown > 0 ? ` ${formatNumber(unknown)} cannot be scored: too little data.` : ""
  const waiting = notYetScored > 0 ? ` ${formatNumber(notYetScored)} not scored yet.` : ""
  return `${manyAccounts(answer)}.${unscored}${waiting}`
}

function oneAccount(answer: AccountsAnswer): string {
  if (answer.withoutScore === 1) return "cannot be scored: too little data"
  return answer.needAttention === 1 ? `needs attention${worth(answer)}` : "does not need attention"
}

function manyAccounts(answer: AccountsAnswer): string {
  const { matching, needAttention } = answer
  if (needAttention === 0) return `None of ${formatCount(matching, "account")} needs attention`
  if (needAttention === matching)
    return `All ${formatCount(matching, "account")} need attention${worth(answer)}`
  const verb = needAttention === 1 ? "needs" : "need"
  return `${formatNumber(needAttention)} of ${formatCount(matching, "account")} ${verb} attention${worth(answer)}`
}

const worth = ({ needAttentionArrCents, currency, locale }: AccountsAnswer): string =>
  needAttentionArrCents === null ? "" : `, ${formatMoney(needAttentionArrCents, currency, locale)} ARR`
