import type { z } from "zod"
import type { ListNeighbours } from "../accounts/list-neighbours.ts"
import type { LifecycleStage, Segment } from "../accounts/schema.ts"
import type { ScoreReason } from "../health/reasons.ts"
import type { ScoreBand } from "../health/schema.ts"
import type { listOfAccounts } from "./accounts.ts"

type Row = {
  readonly id: string
  readonly externalId: string
  readonly slug: string
  readonly name: string
  readonly health: number | null
  readonly band: ScoreBand
  readonly isJudged: boolean
  readonly isLost: boolean
  readonly signalChange: number | null
  readonly coverage: number
  readonly reasons: readonly ScoreReason[]
  readonly arrCents: number | null
  readonly exposureCents: number | null
  readonly currency: string
  readonly renewsOn: string | null
  readonly segment: Segment | null
  readonly stage: LifecycleStage | null
  readonly ownerName: string | null
  readonly lastContactOn: string | null
}

type Totals = {
  readonly all: number
  readonly matching: number
  readonly lost: number
  readonly needAttention: number
  readonly needAttentionArrCents: number | null
  readonly withoutScore: number
  readonly notYetScored: number
  readonly scoredAt: Date | null
}

type Known = { rows: readonly Row[]; totals: Totals; neighbours: ListNeighbours }

/** A page of the list in the words of the public API. */
export function accountsAnswer({ rows, totals, neighbours }: Known): z.input<typeof listOfAccounts.answer> {
  return {
    accounts: rows.map((row) => ({
      customer_id: row.id,
      external_id: row.externalId,
      slug: row.slug,
      name: row.name,
      health_score: row.health,
      band: row.band,
      judged: row.isJudged,
      lost: row.isLost,
      change: row.signalChange,
      coverage: row.coverage,
      reasons: row.reasons.map(({ measureKey, label, raw, unit, points }) => ({
        measure: measureKey,
        label,
        value: raw,
        unit,
        points,
      })),
      arr_cents: row.arrCents,
      exposure_cents: row.exposureCents,
      currency: row.currency,
      renews_on: row.renewsOn,
      segment: row.segment,
      stage: row.stage,
      owner: row.ownerName,
      last_contact_on: row.lastContactOn,
    })),
    totals: {
      accounts: totals.all,
      matching: totals.matching,
      lost: totals.lost,
      need_attention: totals.needAttention,
      need_attention_arr_cents: totals.needAttentionArrCents,
      without_score: totals.withoutScore,
      not_yet_scored: totals.notYetScored,
      scored_at: totals.scoredAt?.toISOString() ?? null,
    },
    from: neighbours.from,
    to: neighbours.to,
    next: neighbours.after,
    previous: neighbours.before,
  }
}

/** RFC 8288: the pages around this one, as addresses of the same request. */
export function accountsLinks(
  { next, previous }: { next: string | null; previous: string | null },
  url: URL,
): Record<string, string> {
  const link = (rel: string, place: Readonly<Record<string, string>>) => {
    const parameters = new URLSearchParams(url.searchParams)
    parameters.delete("after")
    parameters.delete("before")
    for (const [name, value] of Object.entries(place)) parameters.set(name, value)
    return `<${url.pathname}${parameters.size > 0 ? `?${parameters}` : ""}>; rel="${rel}"`
  }
  const links = [
    ...(previous === null ? [] : [link("first", {}), link("prev", { before: previous })]),
    ...(next === null ? [] : [link("next", { after: next })]),
  ]
  return links.length > 0 ? { link: links.join(", ") } : {}
}
