import { numberFormat } from "#lib/format/formatters.ts"

/** Joins a number and its unit so that a line never ends between them. */
export const noBreak = "\u00a0"

/** "1,234" or, with one digit, "1,234.5". Not a finite number: an empty text, which leaves a blank cell. */
export function formatNumber(value: number, digits = 0, locale = "en-US"): string {
  if (!Number.isFinite(value)) return ""
  return withTrueMinus(
    numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value),
  )
}

/** "+4", "−3.5", and "0" without a sign, also when rounding makes it zero. */
export function formatSigned(value: number, digits = 0, locale = "en-US"): string {
  const text = formatNumber(value, digits, locale)
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

/** The sign as wide as a plus, U+2212; a zero that was rounded from below has none. */
export function withTrueMinus(text: string): string {
  const bare = text.replace("-", "")
  return /[1-9]/.test(bare) ? text.replace("-", "\u2212") : bare
}
