import { formatNumber, noBreak } from "#lib/format/number.ts"

/** A share of 1 as "48 %". Not finite: an empty text. */
export function formatShare(share: number, digits = 0, locale = "en-US"): string {
  return Number.isFinite(share) ? `${formatNumber(share * 100, digits, locale)}${noBreak}%` : ""
}
