/** How a file writes numbers: "1,234.5" or "1.234,5". Spaces and apostrophes group thousands in both. */
export const numberStyles = ["point", "comma"] as const
export type NumberStyle = (typeof numberStyles)[number]

const money = "[$€£¥₹₽]|USD|EUR|GBP|CHF|JPY|CAD|AUD|NZD|SEK|NOK|DKK|PLN|INR|BRL|MXN|SGD"
const before = new RegExp(`^([+-]?)\\s*(?:${money})\\s*`, "i")
const after = new RegExp(`\\s*(?:${money}|%)$`, "i")
const body: Record<NumberStyle, RegExp> = {
  point:
    /^[+-]?(?:\d{1,3}(?:([,'’\u0020\u00a0\u2009\u202f])\d{3})(?:\1\d{3})*|\d+)?(?:\.\d+)?(?:e[+-]?\d+)?$/i,
  comma:
    /^[+-]?(?:\d{1,3}(?:([.'’\u0020\u00a0\u2009\u202f])\d{3})(?:\1\d{3})*|\d+)?(?:,\d+)?(?:e[+-]?\d+)?$/i,
}

const grouping: Record<NumberStyle, RegExp> = { point: /[,'’\s]/g, comma: /[.'’\s]/g }

/**
 * A cell read as a number; null when it is none. Currency signs and a percent sign are dropped, so "12 %" is 12
 * and "$1,200" is 1200; brackets are a minus, as accountants write it. Grouping must be by threes: "1,2,3" and
 * "12-05" are not numbers.
 */
export function readNumber(cell: string, style: NumberStyle): number | null {
  let text = cell.trim().replace("\u2212", "-")
  let sign = 1
  if (text.startsWith("(") && text.endsWith(")")) {
    text = text.slice(1, -1).trim()
    sign = -1
  }
  text = text.replace(before, "$1").replace(after, "")
  if (!/^[+-]?[.,]?\d/.test(text) || !body[style].test(text)) return null
  const plain = text.replace(grouping[style], "")
  const value = Number(style === "comma" ? plain.replace(",", ".") : plain)
  return Number.isFinite(value) ? sign * value : null
}
