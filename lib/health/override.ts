import { z } from "zod"
import { accept, type Outcome, refuse } from "#lib/outcome.ts"
import { type Band, type BandEdges, bands } from "./schema.ts"
import type { HealthScore } from "./score-schema.ts"

export const longestOverrideDays = 90
const shortestReason = 10
const dayMilliseconds = 86_400_000

export const overrideInput = z.object({
  score: z.number().nullable(),
  band: z.enum(bands).nullable(),
  reason: z.string().trim().max(2000),
  expiresAt: z.date().nullable(),
})
export type OverrideInput = z.infer<typeof overrideInput>

export type HealthOverride = {
  readonly value: number
  readonly reason: string
  readonly author: string
  readonly setAt: Date
  readonly expiresAt: Date
}

export const overrideRefusals = {
  score_or_band: "Give either a score or a band.",
  score_out_of_range: "A score is a whole number from 0 to 100.",
  reason_too_short: "Say why in at least 10 letters, so that others can judge it later.",
  expiry_missing: "Say until when it holds.",
  expiry_past: "It would already have ended: choose a later day.",
  expiry_too_far:
    "It can hold at most 90 days: choose an earlier day, and renew it then if it is still true.",
} as const
export type OverrideRefusal = keyof typeof overrideRefusals

/**
 * Whether somebody may put their own judgement beside the computed score. A band becomes the score of that band
 * closest to the computed one, so that number and band always agree.
 */
export function decideOverride({
  input,
  computed,
  author,
  now,
}: {
  input: OverrideInput
  computed: Pick<HealthScore, "value" | "bands">
  author: string
  now: Date
}): Outcome<HealthOverride, OverrideRefusal> {
  const no = (reason: OverrideRefusal) => refuse(reason, overrideRefusals[reason])
  const { score, band, expiresAt } = input
  if ((score === null) === (band === null)) return no("score_or_band")
  if (score !== null && !(Number.isInteger(score) && score >= 0 && score <= 100))
    return no("score_out_of_range")
  const reason = input.reason.trim()
  if (letterCount(reason) < shortestReason) return no("reason_too_short")
  if (expiresAt === null) return no("expiry_missing")
  const lasts = expiresAt.getTime() - now.getTime()
  if (!(lasts > 0)) return no("expiry_past")
  if (lasts > longestOverrideDays * dayMilliseconds) return no("expiry_too_far")
  const value = score ?? closestInBand(band!, computed.value, computed.bands)
  return accept({ value, reason, author, setAt: now, expiresAt })
}

const letterCount = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0

function closestInBand(band: Band, computed: number | null, edges: BandEdges): number {
  const lowest = { red: 0, yellow: edges.redUpTo + 1, green: edges.yellowUpTo + 1 }[band]
  const highest = { red: edges.redUpTo, yellow: edges.yellowUpTo, green: 100 }[band]
  if (computed === null) return Math.floor((lowest + highest) / 2)
  return Math.min(highest, Math.max(lowest, computed))
}
