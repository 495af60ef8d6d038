import { formatMoney } from "#lib/format/money.ts"
import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"

export type AccountsAnswer = {
  /** Accounts the filters leave. */
  readonly matching: number
  /** Accounts of the workspace. */
  readonly all: number
  /** Of the matching ones: customers that have left. The numbers below count the others. */
  readonly lost: number
  /** Those in the red band. */
  readonly needAttention: number
  /** Null when no ARR is known of them. */
  readonly needAttentionArrCents: number | null
  /** Those without a score, for want of data. */
  readonly withoutScore: number
  /** Of those without a score: not looked at yet, as in the minute after an import. */
  readonly notYetScored: number
  readonly currency: string
  readonly locale?: string
}

/**
 * The one sentence above the list of accounts: how many need attention and what they are worth a year.
 * Accounts that cannot be judged are named, because silence would count them as healthy; lost ones are told apart,
 * because nobody can attend to them.
 */
export function accountsAnswer(answer: AccountsAnswer): string {
  const { matching, all, lost } = answer
  if (all === 0) return "No accounts yet."
  if (matching === 0) return `None of ${formatCount(all, "account")} matches.`
  if (lost === matching)
    return lost === 1 ? "1 account, and it is lost." : `All ${formatCount(lost, "account")} are lost.`
  const more = lost > 0 ? ` ${formatNumber(lost)} more ${lost === 1 ? "is" : "are"} lost.` : ""
  return `${ofCustomers(answer, matching - lost)}${more}`
}

function ofCustomers(answer: AccountsAnswer, customers: number): string {
  const { withoutScore, notYetScored } = answer
  if (customers === 1) return `1 account, and it ${oneAccount(answer)}.`
  if (notYetScored === customers) return `${formatCount(customers, "account")}, not scored yet.`
  if (withoutScore === customers)
    return `None of ${formatCount(customers, "account")} can be scored: too little data.`
  const unknown = withoutScore - notYetScored
  const unscored = unknown > 0 ? ` ${formatNumber(unknown)} cannot be scored: too little data.` : ""
  const waiting = notYetScored > 0 ? ` ${formatNumber(notYetScored)} not scored yet.` : ""
  return `${manyAccounts(answer, customers)}.${unscored}${waiting}`
}

function oneAccount(answer: AccountsAnswer): string {
  if (answer.withoutScore === 1) return "cannot be scored: too little data"
  return answer.needAttention === 1 ? `needs attention${worth(answer)}` : "does not need attention"
}

function manyAccounts(answer: AccountsAnswer, customers: number): string {
  const { needAttention } = answer
  const counted = formatCount(customers, "account")
  if (needAttention === 0) return `None of ${counted} needs attention`
  if (needAttention === customers) return `All ${counted} need attention${worth(answer)}`
  const verb = needAttention === 1 ? "needs" : "need"
  return `${formatNumber(needAttention)} of ${counted} ${verb} attention${worth(answer)}`
}

const worth = ({ needAttentionArrCents, currency, locale }: AccountsAnswer): string =>
  needAttentionArrCents === null ? "" : `, ${formatMoney(needAttentionArrCents, currency, locale)} ARR`
