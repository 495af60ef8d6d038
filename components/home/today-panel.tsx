import type { OwnerVerbs } from "#components/accounts/owner-dialog.tsx"
import { RankDefinition } from "#components/home/rank-definition.tsx"
import { rowOfItem } from "#components/home/row-of-item.ts"
import { TodayQueue } from "#components/home/today-queue.tsx"
import type { PutAwayVerbs } from "#components/home/use-put-away.ts"
import { EmptyState } from "#components/ui/empty-state.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { formatDay } from "#lib/format/day.ts"
import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import { snoozeNames, snoozes } from "#lib/today/schema.ts"
import { snoozeDay } from "#lib/today/snooze-day.ts"
import type { NextDue } from "#lib/today/today-answer.ts"
import type { TodayList } from "#lib/today/today-list.ts"

/** The list of what to do first, under a finding that counts all of it. */
export function TodayPanel({
  list,
  today,
  currency,
  withOwners,
  cutAt,
  putAwayVerbs,
  ownerVerbs,
}: {
  list: TodayList
  today: string
  currency: string
  withOwners: boolean
  /** Accounts looked at when the book has more; null when all were. */
  cutAt: number | null
  putAwayVerbs: PutAwayVerbs
  ownerVerbs: OwnerVerbs | null
}) {
  const choices = snoozes.map((snooze) => ({
    snooze,
    words: snoozeNames[snooze],
    until: formatDay(snoozeDay(snooze, today), today),
  }))
  return (
    <Panel title={finding(list)} subtitle={subtitle(list, cutAt, ownerVerbs !== null)}>
      {/* The list stays when its last row is put away, so that the row can be brought back. */}
      <TodayQueue
        rows={list.items.map((item) => rowOfItem(item, { today, currency }))}
        choices={choices}
        withOwners={withOwners}
        rankNote={<RankDefinition />}
        putAwayVerbs={putAwayVerbs}
        ownerVerbs={ownerVerbs}
        empty={
          <EmptyState title="Nothing is due.">{list.next && <p>{nextWords(list.next, today)}</p>}</EmptyState>
        }
      />
    </Panel>
  )
}

/** Counts as the sentence of the page and the badge do: what is due by now, then what is due later. */
function finding({ all, due, later, items }: TodayList): string {
  const now = due === 0 ? "nothing" : formatCount(due, "thing")
  const ahead = later === 0 ? "" : `, ${formatNumber(later)}${due === 0 ? "" : " more"} due within a week`
  const first = items.length < all ? `; the first ${formatNumber(items.length)} of all here` : ""
  return `Do now: ${now}${ahead}${first}`
}

function subtitle({ putAway }: TodayList, cutAt: number | null, mayAssign: boolean): string {
  const largest = cutAt === null ? "" : ` Looked at are the ${formatNumber(cutAt)} largest accounts by ARR.`
  const away = putAway === 0 ? "" : ` You put ${formatNumber(putAway)} away.`
  return `What weighs most stands first. J and K move, 1 is done, H snoozes${mayAssign ? ", A assigns" : ""}.${away}${largest}`
}

const nextWords = ({ what, name, on }: NextDue, today: string): string =>
  `Next: ${what.toLowerCase()} with ${name}, ${formatDay(on, today)}.`
