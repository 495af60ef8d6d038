/** Words of a header: "MonthlyCharges", "monthly_charges" and "monthly charges" give the same two. */
export const headerWords = (header: string): string[] =>
  header
    .normalize("NFC")
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .split(/[^\p{L}\p{N}%#$€£]+/u)
    .filter((word) => word !== "")

/** "MonthlyCharges" as "Monthly charges"; abbreviations keep their capitals. */
export function measureLabel(header: string): string {
  const words = headerWords(header).map((word) => {
    if (abbreviations.has(word.toLowerCase())) return word.toUpperCase()
    return isAbbreviation(word) ? word : word.toLowerCase()
  })
  const text = words.join(" ").slice(0, 120)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const abbreviations = new Set("api arr ces crm csat csm id mrr nps qbr roi sla ttv url usd eur".split(" "))

const isAbbreviation = (word: string) => word.length > 1 && word.length <= 5 && word === word.toUpperCase()

const signNames: Readonly<Record<string, string>> = {
  "%": "percent",
  "#": "count",
  $: "usd",
  "€": "eur",
  "£": "gbp",
}

/** The lasting name of a measure, such as `monthly_charges`. Empty for a header without letters or digits. */
export const measureKey = (header: string): string =>
  headerWords(header)
    .join(" ")
    .replace(/[%#$€£]/g, (sign) => ` ${signNames[sign]} `)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .trim()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .slice(0, 80)

/** "logins last 30 days" counts logins: the days are the period, not the unit. */
const isPeriod = (words: readonly string[]): boolean =>
  words.some(
    (word, at) =>
      /^(last|past|per|previous)$/.test(word) && /^(\d+|days?|weeks?|months?)$/.test(words[at + 1] ?? ""),
  )

type CellHints = { readonly percents: number; readonly amounts: number; readonly filled: number }

/** The unit a header or its cells state; empty when neither says. `currency` is the workspace's. */
export function measureUnit(header: string, cells: CellHints, currency: string): string {
  const words = headerWords(header).map((word) => word.toLowerCase())
  const says = (pattern: RegExp) => words.some((word) => pattern.test(word))
  if (says(/^(percent|percentage|pct|%|rate|share|ratio)$/) || cells.percents * 2 > cells.filled) return "%"
  if (isPeriod(words)) return ""
  if (says(/^days?$/)) return "days"
  if (says(/^weeks?$/)) return "weeks"
  if (says(/^months?$/)) return "months"
  if (says(/^(hours?|hrs)$/)) return "hours"
  if (says(/^(minutes?|mins?)$/)) return "minutes"
  const isMoney = says(/^(charges?|prices?|revenue|costs?|spend|spent|amount|fees?|payments?|usd|eur|[$€£])$/)
  return isMoney || cells.amounts * 2 > cells.filled ? currency : ""
}
