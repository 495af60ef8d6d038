import type { TodayRow } from "#components/home/today-row.ts"
import { daysBetween } from "#lib/format/calendar-day.ts"
import { formatDay } from "#lib/format/day.ts"
import { formatColumnMoney } from "#lib/format/money.ts"
import { formatNumber, noBreak } from "#lib/format/number.ts"
import type { RankedItem } from "#lib/today/rank.ts"
import type { TodayKind } from "#lib/today/schema.ts"

const kindNames: Record<TodayKind, string> = {
  source: "Source",
  renewal: "Renewal",
  drop: "Health",
  touchpoint: "Touchpoint",
  owner: "Owner",
}

/** A ranked thing as the list shows it. */
export function rowOfItem(
  item: RankedItem,
  { today, currency }: { today: string; currency: string },
): TodayRow {
  const { key, kind, accountId, name, href, why, dueOn, arrCents, ownerName, points, parts } = item
  const late = dueOn === null ? 0 : daysBetween(dueOn, today)
  return {
    key,
    accountId,
    kind: kindNames[kind],
    name,
    href,
    why,
    due: dueOn === null || late === 0 ? "Today" : formatDay(dueOn, today),
    late: late > 0 ? `${formatNumber(late)}${noBreak}d late` : null,
    arr: arrCents === null ? "" : formatColumnMoney(arrCents, currency),
    ownerName: ownerName ?? "unassigned",
    points,
    parts,
  }
}
