import { formatShortDay } from "#lib/format/day.ts"
import { formatMoney } from "#lib/format/money.ts"
import { formatNumber, formatSigned, noBreak } from "#lib/format/number.ts"
import type { BookNumber, BookNumberKey } from "#lib/today/book-numbers.ts"

export const bookNumberNames: Record<BookNumberKey, string> = {
  accounts: "Accounts",
  arr: "ARR",
  act_now: "ARR with Act now health",
  renewals: "Renewals in 90 days",
  touchpoints: "Touchpoints in 4 weeks",
}

const isMoney = (key: BookNumberKey): boolean => key === "arr" || key === "act_now"

/** "$4.1M", "42"; empty when nothing is known. */
export const bookNumberWords = ({ key, value }: BookNumber, currency: string): string =>
  value === null ? "" : isMoney(key) ? formatMoney(value, currency) : formatNumber(value)

const units: Record<BookNumberKey, (currency: string) => string> = {
  accounts: () => "accounts today",
  arr: (currency) => `${currency} a year, today`,
  act_now: (currency) => `${currency} a year, today`,
  renewals: () => "accounts from today on",
  touchpoints: () => "touchpoints up to today",
}

/** What the number counts: its unit and the time that it is of. */
export const bookNumberUnit = (key: BookNumberKey, currency: string): string => units[key](currency)

/** "+3 since 25 Oct"; says so when nothing is known to compare with. */
export function bookChangeWords(
  { key, value, change }: BookNumber,
  { currency, since, today }: { currency: string; since: string; today: string },
): string {
  if (key === "accounts") return "No history is kept"
  if (value === null) return "Not known yet"
  const day = formatShortDay(since, today).replaceAll(" ", noBreak)
  if (change === null) return `Not known for ${day}`
  if (change === 0) return `As on ${day}`
  const words = isMoney(key)
    ? `${change > 0 ? "+" : ""}${formatMoney(change, currency)}`
    : formatSigned(change)
  return `${words} since ${day}`
}
