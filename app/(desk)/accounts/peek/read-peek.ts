import { reasonWords } from "#components/health/reason-words.ts"
import type { Db } from "#db/client.ts"
import { accountHealthOn } from "#db/queries/account-health.ts"
import { accountByReference } from "#db/queries/accounts.ts"
import type { Caller } from "#lib/access/caller.ts"
import { accountAnswer } from "#lib/accounts/account-answer.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import { formatInstant } from "#lib/format/instant.ts"
import { effectiveHealth } from "#lib/health/effective-health.ts"
import { strongestReasons } from "#lib/health/reasons.ts"

const reasonsShown = 5

type Asked = {
  readonly reference: string
  readonly today: string
  readonly currency: string
  readonly timeZone: string
}

/** An account beside the list, in the words and numbers of its own page; null when there is none of this name. */
export async function readPeek(tx: Db, caller: Caller, { reference, today, currency, timeZone }: Asked) {
  const account = await accountByReference(tx, caller, { reference, kind: "address", today })
  if (!account) return null
  const day = { day: today, comparedWith: addDays(today, -7) }
  const health = await accountHealthOn(tx, caller, { accountId: account.id, ...day })
  const effective =
    health && effectiveHealth({ computed: health.score, override: health.override, asOf: caller.now })
  const standing = { health: effective?.value ?? null, band: effective?.band ?? ("insufficient" as const) }
  const reasons = health ? strongestReasons(health.score, health.model, reasonsShown) : []
  const judged = effective?.perceived
    ? { author: effective.perceived.author, computed: effective.computed.value }
    : null
  return {
    account: { ...account, ...standing, currency },
    reasons,
    answer: accountAnswer({
      ...account,
      ...standing,
      reasons: reasons.map(reasonWords),
      judged,
      currency,
      today,
    }),
    asOf: health
      ? `Scored ${formatInstant(health.computedAt, { now: caller.now, timeZone })}.`
      : "Not scored yet.",
  }
}
