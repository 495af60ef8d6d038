import { formatNumber, formatSigned, noBreak } from "#lib/format/number.ts"

/** A share of 1 as "48 %". Not finite: an empty text. */
export function formatShare(share: number, digits = 0, locale = "en-US"): string {
  return Number.isFinite(share) ? `${formatNumber(share * 100, digits, locale)}${noBreak}%` : ""
}

/** A difference of two shares of 1 in points: "−6 pt", "+0.4 pt", "0 pt". Never a percentage of a percentage. */
export function formatPoints(difference: number, digits = 0, locale = "en-US"): string {
  return Number.isFinite(difference) ? `${formatSigned(difference * 100, digits, locale)}${noBreak}pt` : ""
}
