import { addDays } from "#lib/format/calendar-day.ts"
import type { BookAccount } from "./book-account.ts"
import type { BookNumberKey } from "./book-numbers.ts"

const renewalDays = 90

/** The accounts of a book that one of its numbers counts or sums up. */
export function bookPart(
  accounts: readonly BookAccount[],
  key: Exclude<BookNumberKey, "touchpoints">,
  today: string,
): BookAccount[] {
  const last = addDays(today, renewalDays)
  if (key === "act_now") return accounts.filter(({ countedBand }) => countedBand === "red")
  if (key === "renewals") return accounts.filter(({ renewsOn }) => renewsOn !== null && renewsOn <= last)
  return [...accounts]
}
