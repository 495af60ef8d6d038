import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { cache } from "react"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { AccountHeader } from "#components/accounts/account-header.tsx"
import { AccountRecords } from "#components/accounts/account-records.tsx"
import { AccountHealthSections } from "#components/health/account-health-sections.tsx"
import { reasonWords } from "#components/health/reason-words.ts"
import { LiveScope } from "#components/live/live-scope.tsx"
import type { Db } from "#db/client.ts"
import {
  contactsOf,
  contractsOf,
  movementsOf,
  recordTotals,
  signalsOf,
  touchpointsOf,
} from "#db/queries/account-detail.ts"
import { accountHealthOn } from "#db/queries/account-health.ts"
import { accountByReference } from "#db/queries/accounts.ts"
import type { Caller } from "#lib/access/caller.ts"
import { can } from "#lib/access/policy.ts"
import { accountAnswer } from "#lib/accounts/account-answer.ts"
import { accountReference } from "#lib/accounts/reference.ts"
import { earlierMovements } from "#lib/contracts/earlier-movements.ts"
import { lastEnd } from "#lib/contracts/last-end.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import { dayOf, formatInstant } from "#lib/format/instant.ts"
import { changeSince } from "#lib/health/change-since.ts"
import { effectiveHealth } from "#lib/health/effective-health.ts"
import { historyPeriod } from "#lib/health/history-period.ts"
import { nextBand } from "#lib/health/next-band.ts"
import { strongestReasons } from "#lib/health/reasons.ts"
import { withSourceNames } from "#lib/health/source-names.ts"
import { healthTrend } from "#lib/health/trend.ts"
import { openDesk, openSharedDesk, sharedDeskRead } from "#lib/server/desk/open-desk.ts"
import { sharedRead } from "#lib/server/desk/shared-read.ts"
import { judgeHealth } from "../actions.ts"

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const daysCompared = 7

/** All that the page shows of an account, read once for title and page; null when there is none to be seen. */
const accountPage = cache(async (reference: string) => {
  const desk = await openDesk("account.read")
  if (desk.missing) return null
  const { caller, timeZone } = desk
  const today = dayOf(caller.now, timeZone)
  const key = [reference, today, can(caller.actor, "contact.read_personal")]
  return sharedDeskRead({ caller, share, key }, (tx) => readAccount(tx, caller, { reference, today }))
})

const share = sharedRead<Awaited<ReturnType<typeof readAccount>>>()

async function readAccount(
  tx: Db,
  caller: Caller,
  { reference, today }: { reference: string; today: string },
) {
  const account = await accountByReference(tx, caller, { reference, kind: "address", today })
  if (!account) return null
  const asked = { accountId: account.id, day: today, comparedWith: addDays(today, -daysCompared) }
  return {
    account,
    health: await accountHealthOn(tx, caller, asked),
    records: {
      contracts: await contractsOf(tx, caller, account.id),
      movements: await movementsOf(tx, caller, account.id),
      contacts: await contactsOf(tx, caller, account.id),
      touchpoints: await touchpointsOf(tx, caller, account.id),
      totals: await recordTotals(tx, caller, account.id),
      signals: await signalsOf(tx, caller, { accountId: account.id, today }),
    },
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await accountPage(accountReference((await params).slug))
  return { title: found?.account.name ?? "Not found" }
}

export default async function AccountPage({ params, searchParams }: Props) {
  const { slug } = await params
  const desk = await openSharedDesk("account.read", `/accounts/${slug}`, await searchParams)
  if (desk.missing) return <NotAllowed title="Account" permission={desk.missing} />
  const { caller, currency, timeZone } = desk
  const reference = accountReference(slug)
  const place = { now: caller.now, timeZone }
  const today = dayOf(caller.now, timeZone)
  const found = await accountPage(reference)
  if (!found) notFound()
  const { account, health, records } = found
  if (account.slug !== reference) redirect(`/accounts/${account.slug}`)
  const effective =
    health && effectiveHealth({ computed: health.score, override: health.override, asOf: caller.now })
  const standing = { health: effective?.value ?? null, band: effective?.band ?? ("insufficient" as const) }
  const reasons = health ? strongestReasons(health.score, health.model, 2).map(reasonWords) : []
  const judged = effective?.perceived
    ? { author: effective.perceived.author, computed: effective.computed.value }
    : null
  const trend = health && healthTrend(health.history)
  return (
    <>
      <LiveScope accountIds={[account.id]} />
      <AccountHeader
        account={{ ...account, ...standing, currency, endedOn: lastEnd(records.contracts, today) }}
        answer={accountAnswer({ ...account, ...standing, reasons, judged, currency, today })}
        asOf={health ? `Scored ${formatInstant(health.computedAt, place)}.` : "Not scored yet."}
        today={today}
        {...(trend?.isSignal && !judged ? { trend: trend.words } : {})}
      />
      {health && effective && trend && (
        <AccountHealthSections
          accountId={account.id}
          score={withSourceNames(
            health.score,
            new Map(records.signals.map((row) => [row.sourceKey, row.source])),
          )}
          model={health.model}
          next={nextBand({ model: health.model, readings: health.readings, asOf: health.score.asOf })}
          effective={effective}
          history={health.history}
          period={historyPeriod(health.history)}
          trend={trend}
          change={
            health.earlier && {
              since: health.earlier.score.asOf,
              change: changeSince({
                before: health.earlier.score,
                readingsBefore: health.earlier.readings,
                after: health.score,
                model: health.model,
              }),
            }
          }
          today={today}
          place={place}
          judgeAction={can(caller.actor, "health.override") ? judgeHealth : null}
        />
      )}
      <AccountRecords
        {...records}
        earlier={earlierMovements(records.movements, records.totals.movements)}
        today={today}
        place={place}
        mayReadPersonal={can(caller.actor, "contact.read_personal")}
      />
    </>
  )
}
