import { formatNumber } from "#lib/format/number.ts"

/**
 * What a small chart shows, in one sentence: "Health, 13 weeks: from 67 to 62, lowest 58, highest 71, natural
 * limits 55 to 75, 2 weeks missing."
 */
export function seriesSummary({
  name,
  values,
  period,
  digits = 0,
  limits,
  judged = [],
}: {
  name: string
  values: readonly (number | null)[]
  /** One step of the series: "week", "day". */
  period: string
  digits?: number
  /** For each value, whether a person judged it. */
  judged?: readonly boolean[]
  limits?: { readonly lower: number; readonly upper: number } | null | undefined
}): string {
  const known = values.filter((value) => value !== null)
  const steps = `${values.length} ${period}${values.length === 1 ? "" : "s"}`
  if (known.length === 0) return `${name}, ${steps}: no value yet.`
  const say = (value: number) => formatNumber(value, digits)
  const places = judged.filter(Boolean).length
  const missing = values.length - known.length
  const facts = [
    known.length === 1
      ? `${say(known[0]!)} once`
      : `from ${say(known[0]!)} to ${say(known.at(-1)!)}, lowest ${say(Math.min(...known))}, highest ${say(Math.max(...known))}`,
    limits && `natural limits ${say(limits.lower)} to ${say(limits.upper)}`,
    places > 0 && `${places} ${period}${places === 1 ? "" : "s"} judged by a person`,
    missing > 0 && `${missing} ${period}${missing === 1 ? "" : "s"} missing`,
  ]
  return `${name}, ${steps}: ${facts.filter(Boolean).join(", ")}.`
}
