import { daysBetween } from "#lib/format/calendar-day.ts"
import { formatDay } from "#lib/format/day.ts"
import { formatCount } from "#lib/format/plural.ts"
import { formatRelativeDays } from "#lib/format/relative-days.ts"
import type { BookAccount } from "./book-account.ts"
import { cadenceOf } from "./cadence.ts"
import { itemOfAccount } from "./item-of-account.ts"
import { type Checkpoint, missedCheckpoint } from "./renewal-checkpoint.ts"
import type { TodayItem } from "./today-item.ts"
import { touchpointDue } from "./touchpoint-due.ts"

const ofCheckpoint: Record<Checkpoint, number> = { 30: 60, 60: 45, 90: 35, 180: 15 }

/**
 * The conversation that an account waits for: of a missed checkpoint of its renewal, else of an overdue touchpoint,
 * because one conversation answers both.
 */
export const contactItem = (account: BookAccount, today: string): TodayItem | null =>
  renewalItem(account, today) ?? touchpointItem(account, today)

function renewalItem(account: BookAccount, today: string): TodayItem | null {
  const missed = missedCheckpoint({ ...account, today })
  if (missed === null) return null
  const { checkpoint, dueOn } = missed
  return {
    ...itemOfAccount(account),
    key: `renewal:${account.id}:${account.renewsOn}:${checkpoint}`,
    kind: "renewal",
    why: `Renews ${formatRelativeDays(account.renewsOn!, today)}, ${contactWords(account.lastContactOn, today)}`,
    dueOn,
    urgency: { points: ofCheckpoint[checkpoint], words: `Renewal in its last ${checkpoint} days` },
  }
}

function touchpointItem(account: BookAccount, today: string): TodayItem | null {
  const cadence = cadenceOf(account)
  const dueOn = touchpointDue({ ...account, cadence })
  if (dueOn > today) return null
  const isPlan = dueOn === account.plannedOn
  const wanted = isPlan ? "planned" : `asked every ${formatCount(cadence, "day")}`
  return {
    ...itemOfAccount(account),
    key: `touchpoint:${account.id}:${dueOn}`,
    kind: "touchpoint",
    why: `Touchpoint ${wanted}, ${contactWords(account.lastContactOn, today)}`,
    dueOn,
    urgency: { points: 25, words: "Touchpoint due" },
  }
}

const contactWords = (lastContactOn: string | null, today: string): string =>
  lastContactOn === null
    ? "no contact recorded"
    : daysBetween(lastContactOn, today) === 0
      ? "last contact today"
      : `last contact ${formatDay(lastContactOn, today)}`
