import { numberFormat } from "#lib/format/formatters.ts"
import { noBreak, withTrueMinus } from "#lib/format/number.ts"

/**
 * Money short enough to decide on: "$4.1M", "$310k", "$4,200", "−$85k", "CHF 1.9M".
 *
 * `cents` are hundredths of the currency's main unit, in every currency. From a million: one decimal;
 * from ten thousand: whole thousands; below: whole units. Never cents. Not finite: an empty text.
 */
export const formatMoney = (cents: number, currency: string, locale = "en-US"): string =>
  moneyText(cents, { currency, locale, thousandsFrom: 10_000 })

/**
 * Money in a column, where "$4,830" over "$20k" would look like more: "$5k", "$20k", "$10.0M".
 *
 * As `formatMoney`, but whole thousands already from a thousand on; only what is less stands in whole units.
 */
export const formatColumnMoney = (cents: number, currency: string, locale = "en-US"): string =>
  moneyText(cents, { currency, locale, thousandsFrom: 1_000 })

function moneyText(
  cents: number,
  { currency, locale, thousandsFrom }: { currency: string; locale: string; thousandsFrom: number },
): string {
  if (!Number.isFinite(cents)) return ""
  const { divisor, digits, suffix } = scale(Math.abs(cents) / 100, thousandsFrom)
  const parts = numberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).formatToParts(cents / 100 / divisor)
  const lastDigit = parts.findLastIndex((part) => part.type === "integer" || part.type === "fraction")
  const text = parts.map((part, place) => (place === lastDigit ? part.value + suffix : part.value)).join("")
  return withTrueMinus(text).replace(/\s/g, noBreak)
}

const scales = [
  { divisor: 1e9, digits: 1, suffix: "B" },
  { divisor: 1e6, digits: 1, suffix: "M" },
  { divisor: 1e3, digits: 0, suffix: "k" },
] as const

/** Chosen after rounding, so that 999,700 is "1.0M" and never "1000k". */
function scale(units: number, thousandsFrom: number) {
  const whole = Math.round(units)
  if (whole < thousandsFrom) return { divisor: 1, digits: 0, suffix: "" }
  const thousands = Math.round(units / 1e3)
  const millions = Math.round(units / 1e5) / 10
  return millions >= 1000 ? scales[0] : thousands >= 1000 ? scales[1] : scales[2]
}
