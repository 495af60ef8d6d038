import { daysBetween } from "#lib/format/calendar-day.ts"
import { formatDay } from "#lib/format/day.ts"
import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import { formatRelativeDays } from "#lib/format/relative-days.ts"
import type { BookAccount } from "./book-account.ts"
import { cadenceOf } from "./cadence.ts"
import { type Checkpoint, missedCheckpoint } from "./renewal-checkpoint.ts"
import { scoreDrop } from "./score-drop.ts"
import type { TodayItem } from "./today-item.ts"
import { touchpointDue } from "./touchpoint-due.ts"
import { weekStart } from "./week-start.ts"

const ofCheckpoint: Record<Checkpoint, number> = { 30: 60, 60: 45, 90: 35, 180: 15 }

type Around = {
  readonly today: string
  /** False in a book that knows no touchpoints at all: then nobody can be late with one. */
  readonly knowsTouchpoints: boolean
  /** True for who can give accounts an owner, in a book where others have one. */
  readonly asksForOwners: boolean
  /** The strongest reason of a score in words: "Licence use 48 %". */
  readonly reasonWords: (account: BookAccount) => string | null
}

/**
 * What one account asks for today: at most one thing of each kind. A missed checkpoint of its renewal takes the place
 * of an overdue touchpoint, because one conversation answers both.
 */
export function accountItems(account: BookAccount, around: Around): TodayItem[] {
  const renewal = renewalItem(account, around)
  const touchpoint = renewal === null && around.knowsTouchpoints ? touchpointItem(account, around) : null
  return [renewal, touchpoint, dropItem(account, around), ownerItem(account, around)].filter(
    (item) => item !== null,
  )
}

function renewalItem(account: BookAccount, { today, knowsTouchpoints }: Around): TodayItem | null {
  const missed = missedCheckpoint({ ...account, today })
  if (missed === null || !knowsTouchpoints) return null
  const { checkpoint, dueOn } = missed
  return {
    ...ofAccount(account),
    key: `renewal:${account.id}:${account.renewsOn}:${checkpoint}`,
    kind: "renewal",
    why: `Renews ${formatRelativeDays(account.renewsOn!, today)}, ${contactWords(account.lastContactOn, today)}`,
    dueOn,
    urgency: { points: ofCheckpoint[checkpoint], words: `Renewal in its last ${checkpoint} days` },
  }
}

function touchpointItem(account: BookAccount, { today }: Around): TodayItem | null {
  const cadence = cadenceOf(account)
  const dueOn = touchpointDue({ ...account, cadence })
  if (dueOn > today) return null
  const isPlan = dueOn === account.plannedOn
  const wanted = isPlan ? "planned" : `asked every ${formatCount(cadence, "day")}`
  return {
    ...ofAccount(account),
    key: `touchpoint:${account.id}:${dueOn}`,
    kind: "touchpoint",
    why: `Touchpoint ${wanted}, ${contactWords(account.lastContactOn, today)}`,
    dueOn,
    urgency: { points: 25, words: "Touchpoint due" },
  }
}

function dropItem(account: BookAccount, { today, reasonWords }: Around): TodayItem | null {
  const points = scoreDrop(account)
  if (points === null) return null
  const isRed = account.band === "red"
  const reason = reasonWords(account)
  return {
    ...ofAccount(account),
    key: `drop:${account.id}:${account.value}`,
    kind: "drop",
    why: `Health fell ${formatNumber(points)} in a week, ${account.weekAgo} to ${account.value}${reason ? `: ${reason}` : ""}`,
    dueOn: today,
    urgency: isRed
      ? { points: 50, words: "Health fell, Act now" }
      : { points: 30, words: "Health fell beyond noise" },
  }
}

function ownerItem(account: BookAccount, { today, asksForOwners }: Around): TodayItem | null {
  if (!asksForOwners || account.ownerName !== null) return null
  return {
    ...ofAccount(account),
    // Nothing tells since when: until it has an owner, it comes back every Monday.
    key: `owner:${account.id}:${weekStart(today)}`,
    kind: "owner",
    why: "Nobody owns this account",
    dueOn: null,
    urgency: { points: 30, words: "No owner" },
  }
}

const ofAccount = ({ id, slug, name, ownerName, arrCents }: BookAccount) => ({
  accountId: id,
  name,
  href: `/accounts/${slug}`,
  ownerName,
  arrCents,
})

const contactWords = (lastContactOn: string | null, today: string): string =>
  lastContactOn === null
    ? "no contact recorded"
    : daysBetween(lastContactOn, today) === 0
      ? "last contact today"
      : `last contact ${formatDay(lastContactOn, today)}`
