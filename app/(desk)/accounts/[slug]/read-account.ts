import type { Db } from "#db/client.ts"
import {
  contactsOf,
  contractsOf,
  movementsOf,
  recordsInBrief,
  signalsOf,
  touchpointsOf,
} from "#db/queries/account-detail.ts"
import { accountHealthOn } from "#db/queries/account-health.ts"
import { accountByReference } from "#db/queries/accounts.ts"
import { timelineEntries } from "#db/queries/timeline.ts"
import type { Caller } from "#lib/access/caller.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import type { Spans } from "#lib/period/spans.ts"
import { daysOf } from "#lib/timeline/days-of.ts"
import { type TimelineQuery, timelinePageSize } from "#lib/timeline/schema.ts"

const daysCompared = 7

type Asked = { reference: string; timeline: TimelineQuery; spans: Spans | null; today: string }

export type ReadAccount = NonNullable<Awaited<ReturnType<typeof readAccount>>>

/** All that the page shows of an account; null when there is none to be seen. */
export async function readAccount(tx: Db, caller: Caller, { reference, timeline, spans, today }: Asked) {
  const account = await accountByReference(tx, caller, { reference, kind: "address", today })
  if (!account) return null
  const comparedWith = spans?.endsToday ? spans.since : addDays(today, -daysCompared)
  const asked = { accountId: account.id, day: today, comparedWith }
  return {
    account,
    health: await accountHealthOn(tx, caller, asked),
    ...(await recordsInBrief(tx, caller, account.id)),
    past: await timelineEntries(tx, caller, {
      accountId: account.id,
      query: timeline,
      days: daysOf(spans),
      today,
      limit: timelinePageSize + 1,
    }),
    records: {
      contracts: await contractsOf(tx, caller, account.id),
      movements: await movementsOf(tx, caller, account.id),
      contacts: await contactsOf(tx, caller, account.id),
      touchpoints: await touchpointsOf(tx, caller, account.id),
      signals: await signalsOf(tx, caller, { accountId: account.id, today }),
    },
  }
}
