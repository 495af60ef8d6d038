import { formatMoney } from "#lib/format/money.ts"
import { formatRelativeDays } from "#lib/format/relative-days.ts"
import { bandWords } from "#lib/health/band.ts"
import type { ScoreBand } from "#lib/health/schema.ts"

export type AccountAnswer = {
  readonly health: number | null
  readonly band: ScoreBand
  /** The strongest reasons in words, the strongest first. */
  readonly reasons: readonly string[]
  /** Who set the score that counts, and what the model says instead; null while the computed score counts. */
  readonly judged: { readonly author: string; readonly computed: number | null } | null
  /** Null when no movement of ARR is known. */
  readonly arrCents: number | null
  readonly currency: string
  readonly renewsOn: string | null
  readonly today: string
}

/** The one sentence that says how an account stands, why, and what is at stake until when. */
export function accountAnswer(answer: AccountAnswer): string {
  return [standing(answer), stake(answer)].filter(Boolean).join(" ")
}

function standing({ health, band, reasons, judged }: AccountAnswer): string {
  if (health === null) return "No score yet: too few measures are known."
  if (judged) {
    const computed =
      judged.computed === null ? "there is no computed score" : `computed is ${judged.computed}`
    return `${bandWords[band].label} at ${health}, as ${judged.author} judges; ${computed}.`
  }
  const why = reasons.slice(0, 2).join(" and ")
  const verb = band === "green" ? "lifted" : "pulled down"
  return `${bandWords[band].label} at ${health}${why ? `, ${verb} most by ${why}` : ""}.`
}

function stake({ arrCents, currency, renewsOn, today }: AccountAnswer): string {
  const renewal = renewsOn ? `renews ${formatRelativeDays(renewsOn, today)}` : null
  if (arrCents === null) return renewal ? `The contract ${renewal}.` : ""
  return `${formatMoney(arrCents, currency)} ARR${renewal ? ` ${renewal}` : ""}.`
}
