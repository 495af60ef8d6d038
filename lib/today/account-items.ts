import { formatNumber } from "#lib/format/number.ts"
import type { BookAccount } from "./book-account.ts"
import { contactItem } from "./contact-items.ts"
import { itemOfAccount } from "./item-of-account.ts"
import { scoreDrop } from "./score-drop.ts"
import type { TodayItem } from "./today-item.ts"
import { weekStart } from "./week-start.ts"

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
 * What one account asks for today: a conversation, a look at its fallen health, an owner; at most one of each.
 */
export function accountItems(account: BookAccount, around: Around): TodayItem[] {
  const contact = around.knowsTouchpoints ? contactItem(account, around.today) : null
  return [contact, dropItem(account, around), ownerItem(account, around)].filter((item) => item !== null)
}

function dropItem(account: BookAccount, { today, reasonWords }: Around): TodayItem | null {
  const points = scoreDrop(account)
  if (points === null) return null
  const isRed = account.band === "red"
  const reason = reasonWords(account)
  return {
    ...itemOfAccount(account),
    key: `drop:${account.id}:${account.value}`,
    kind: "drop",
    why: `Health fell ${formatNumber(points)} in a week, ${account.weekAgo} to ${account.value}${reason ? `: ${reason}` : ""}`,
    dueOn: today,
    urgency: isRed
      ? { points: 50, words: "Health fell, Act now" }
      : { points: 30, words: "Health fell beyond noise" },
  }
}

/** An account that nobody owns, for who can give it an owner; null for any other. */
export function ownerItem(
  account: BookAccount,
  { today, asksForOwners }: Pick<Around, "today" | "asksForOwners">,
): TodayItem | null {
  if (!asksForOwners || account.ownerName !== null) return null
  return {
    ...itemOfAccount(account),
    // Nothing tells since when: until it has an owner, it comes back every Monday.
    key: `owner:${account.id}:${weekStart(today)}`,
    kind: "owner",
    why: "Nobody owns this account",
    dueOn: null,
    urgency: { points: 30, words: "No owner" },
  }
}
