import { formatShortDay } from "#lib/format/day.ts"
import { formatMoney } from "#lib/format/money.ts"
import { formatNumber, formatSigned, noBreak } from "#lib/format/number.ts"
import type { Spans } from "#lib/period/spans.ts"
import { type BookNumber, type BookNumberKey, usualSpan } from "#lib/today/book-numbers.ts"

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

type Asked = { readonly currency: string; readonly spans: Spans | null; readonly today: string }

/**
 * "+3 since 25 Oct"; of a period that was asked for "−4 in 4 weeks, against +2 in the 4 weeks before". Says so when
 * nothing is known to compare with.
 */
export function bookChangeWords(number: BookNumber, { currency, spans, today }: Asked): string {
  const { key, value, change, before } = number
  if (key === "accounts") return "No history is kept"
  if (value === null) return "Not known yet"
  const signed = (by: number) => signedWords(key, by, currency)
  if (spans) {
    const moved =
      change === null ? `Change in ${spans.words} not known` : `${signed(change)} in ${spans.words}`
    if (spans.against === "") return moved
    return before === null
      ? `${moved}; not known for ${spans.against}`
      : `${moved}, against ${signed(before)} in ${spans.against}`
  }
  const day = formatShortDay(usualSpan(today).since, today).replaceAll(" ", noBreak)
  if (change === null) return `Not known for ${day}`
  return change === 0 ? `As on ${day}` : `${signed(change)} since ${day}`
}

const signedWords = (key: BookNumberKey, by: number, currency: string): string =>
  isMoney(key) ? `${by > 0 ? "+" : ""}${formatMoney(by, currency)}` : formatSigned(by)
