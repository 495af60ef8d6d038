import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { cache } from "react"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { ExecView } from "#components/account/exec-view.tsx"
import { NeighbourLinks } from "#components/account/neighbour-links.tsx"
import { NextStepPanel } from "#components/account/next-step-panel.tsx"
import { SectionKeys } from "#components/account/section-keys.tsx"
import { TimelinePanel } from "#components/account/timeline-panel.tsx"
import { ViewLinks } from "#components/account/view-links.tsx"
import { AccountHeader } from "#components/accounts/account-header.tsx"
import { AccountRecords } from "#components/accounts/account-records.tsx"
import { AccountHealthSections } from "#components/health/account-health-sections.tsx"
import { UnscoredSections } from "#components/health/unscored-sections.tsx"
import { LiveScope } from "#components/live/live-scope.tsx"
import { FrozenBand, FrozenGone } from "#components/shell/frozen-band.tsx"
import { LeftOutNote } from "#components/shell/left-out-note.tsx"
import { can } from "#lib/access/policy.ts"
import { accountAnswer } from "#lib/accounts/account-answer.ts"
import { accountReference } from "#lib/accounts/reference.ts"
import { lastEnd } from "#lib/contracts/last-end.ts"
import { dayOf, formatInstant } from "#lib/format/instant.ts"
import { liveAddress } from "#lib/frozen/live-address.ts"
import { historyPeriod } from "#lib/health/history-period.ts"
import { nextBand } from "#lib/health/next-band.ts"
import { withSourceNames } from "#lib/health/source-names.ts"
import { trendNote } from "#lib/health/trend-note.ts"
import { openDesk, openSharedDesk, sharedDeskRead } from "#lib/server/desk/open-desk.ts"
import { sharedRead } from "#lib/server/desk/shared-read.ts"
import { sponsorWords } from "#lib/stakeholders/sponsor-words.ts"
import { whomToWrite } from "#lib/stakeholders/whom-to-write.ts"
import { judgeHealth } from "../actions.ts"
import { accountAsked } from "./account-asked.ts"
import { accountStory } from "./account-story.ts"
import { changeNote } from "./actions.ts"
import { openFrozenAccount } from "./open-frozen-account.ts"
import { readAccount } from "./read-account.ts"

type Search = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Search> }

/** Read once for title and page. An executive sees the newest entries, whatever the timeline was filtered by. */
const accountPage = cache(async (reference: string, asked: string) => {
  const desk = await openDesk("account.read")
  if (desk.missing) return null
  const { caller, timeZone } = desk
  const today = dayOf(caller.now, timeZone)
  const { timeline, spans } = accountAsked(JSON.parse(asked) as Search, today)
  const key = [reference, today, can(caller.actor, "contact.read_personal"), asked]
  return sharedDeskRead({ caller, share, key }, (tx) =>
    readAccount(tx, caller, { reference, timeline, spans, today }),
  )
})

const share = sharedRead<Awaited<ReturnType<typeof readAccount>>>()

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const found = await accountPage(accountReference((await params).slug), JSON.stringify(await searchParams))
  return { title: found?.account.name ?? "Not found" }
}

export default async function AccountPage({ params, searchParams }: Props) {
  const { slug } = await params
  const address = await searchParams
  const path = `/accounts/${slug}`
  const desk = await openSharedDesk("account.read", path, address)
  if (desk.missing) return <NotAllowed title="Account" permission={desk.missing} />
  const { caller } = desk
  const frozen = await openFrozenAccount(caller, path, address)
  const liveHref = liveAddress(path, address)
  if (frozen === "gone") return <FrozenGone title="Account" liveHref={liveHref} />
  const { currency, timeZone } = frozen?.shown.place ?? desk
  const search = frozen?.search ?? address
  const place = { now: frozen?.madeAt ?? caller.now, timeZone }
  const today = dayOf(place.now, timeZone)
  const { view, timeline, period: asked, spans } = accountAsked(search, today)
  const reference = accountReference(slug)
  const found = frozen?.shown.found ?? (await accountPage(reference, JSON.stringify(address)))
  if (!found) notFound()
  const { account, health, records, totals } = found
  if (!frozen && account.slug !== reference) redirect(`/accounts/${account.slug}`)
  const story = accountStory(found, { timeline, spans, today, currency, ...place })
  const { effective, standing, reasons, judged, trend, arrNote, compared } = story
  const step = { next: story.next, ownerName: account.ownerName, person: whomToWrite(records.contacts) }
  const period = health ? historyPeriod(health.history) : "score"
  const facts = { ...account, ...standing, currency }
  return (
    <>
      <LiveScope accountIds={[account.id]} />
      <AccountHeader
        account={{
          ...facts,
          endedOn: lastEnd(records.contracts, today),
          sponsor: sponsorWords(records.contacts),
        }}
        answer={accountAnswer({ ...facts, reasons, judged, today })}
        asOf={health ? `Scored ${formatInstant(health.computedAt, place)}.` : "Not scored yet."}
        today={today}
        actions={
          <>
            <ViewLinks slug={account.slug} view={view} />
            <NeighbourLinks slug={account.slug} />
          </>
        }
        isBrief={view === "exec"}
        healthNote={trend && !judged ? trendNote(trend) : null}
        arrNote={arrNote}
      />
      <LeftOutNote
        search={address}
        understood={{
          ...timeline,
          asof: frozen,
          view: search.view === view ? view : null,
          period: spans && asked.period,
          cmp: asked.cmp,
        }}
      />
      {frozen && <FrozenBand {...frozen} place={{ ...place, now: caller.now }} liveHref={liveHref} />}
      {view === "exec" ? (
        <ExecView
          {...facts}
          healthNote={
            judged ? `Judged by ${judged.author}` : (compared ?? "No earlier score is there to compare with")
          }
          arrNote={arrNote}
          history={trend && story.history.length > 1 ? { history: story.history, trend, period } : null}
          latest={story.past.entries}
          next={{ ...step, path: `/accounts/${encodeURIComponent(account.slug)}` }}
          today={today}
        />
      ) : (
        <>
          <SectionKeys hasScore={health !== null} />
          <NextStepPanel {...step} today={today} />
          {health && effective && trend ? (
            <AccountHealthSections
              accountId={account.id}
              score={withSourceNames(
                health.score,
                new Map(records.signals.map((row) => [row.sourceKey, row.source])),
              )}
              model={health.model}
              next={nextBand({ model: health.model, readings: health.readings, asOf: health.score.asOf })}
              effective={effective}
              history={story.history}
              period={period}
              trend={trend}
              change={story.change}
              compared={compared}
              today={today}
              place={place}
              judgeAction={!frozen && can(caller.actor, "health.override") ? judgeHealth : null}
            />
          ) : (
            <UnscoredSections />
          )}
          <TimelinePanel
            accountId={account.id}
            slug={account.slug}
            page={story.past}
            query={timeline}
            frame={{ ...asked, words: spans?.words ?? null }}
            place={place}
            today={today}
            mayOpenImports={can(caller.actor, "import.write")}
            changeNoteAction={!frozen && can(caller.actor, "account.write") ? changeNote : null}
          />
          <AccountRecords
            {...records}
            totals={totals}
            earlier={story.earlier}
            ownerName={account.ownerName}
            currency={currency}
            today={today}
            place={place}
            mayReadPersonal={can(caller.actor, "contact.read_personal")}
          />
        </>
      )}
    </>
  )
}
