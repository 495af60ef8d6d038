import type { Metadata } from "next"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { BookRowsPanel } from "#components/home/book-rows-panel.tsx"
import { BookStrip } from "#components/home/book-strip.tsx"
import { MovesPanel } from "#components/home/moves-panel.tsx"
import { ScopeChips } from "#components/home/scope-chips.tsx"
import { ScopeSwitch } from "#components/home/scope-switch.tsx"
import { isSetUp, SetupPanel } from "#components/home/setup-panel.tsx"
import { SourcesLine } from "#components/home/sources-line.tsx"
import { TodayPanel } from "#components/home/today-panel.tsx"
import { LeftOutNote } from "#components/shell/left-out-note.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { can } from "#lib/access/policy.ts"
import { accountsQuery } from "#lib/accounts/list-query.ts"
import { dayOf, formatInstant } from "#lib/format/instant.ts"
import { deskRead, openSharedDesk } from "#lib/server/desk/open-desk.ts"
import { freshnessWords } from "#lib/today/freshness-words.ts"
import { homeHref } from "#lib/today/home-href.ts"
import { isNarrowed } from "#lib/today/narrowing.ts"
import { todayQuery } from "#lib/today/schema.ts"
import { todayAnswer } from "#lib/today/today-answer.ts"
import { changeOwners } from "../accounts/actions.ts"
import { bringBack, putAway } from "./actions.ts"
import { readHome } from "./read-home.ts"
import { mostAccounts } from "./read-today.ts"

const ownerVerbs = {
  most: 1,
  query: accountsQuery.parse({}),
  changeAction: changeOwners,
}

export const metadata: Metadata = { title: "Home" }

export default async function HomePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const search = await searchParams
  const desk = await openSharedDesk("account.read", "/home", search)
  if (desk.missing) return <NotAllowed title="Home" permission={desk.missing} />
  const { caller, currency, timeZone } = desk
  const query = todayQuery.parse(search)
  const today = dayOf(caller.now, timeZone)
  const place = { now: caller.now, timeZone }
  const home = await deskRead(caller, (tx) => readHome(tx, caller, { query, today, timeZone, currency }))
  const { scope, offered, totals, list, sources, setup, rows } = home
  const scored = totals.scoredAt && `Scored ${formatInstant(totals.scoredAt, place)}. `
  const mayImport = can(caller, "import.write")
  return (
    <>
      <PageHead
        title="Home"
        answer={todayAnswer({
          ...list,
          scope,
          isNarrowed: isNarrowed(query),
          accounts: totals.accounts,
          today,
        })}
        asOf={setup.accounts && `${scored ?? ""}${freshnessWords(sources)}`}
        actions={
          setup.accounts && (
            <ScopeSwitch
              scope={scope}
              offered={offered}
              kept={{ seg: query.seg, period: query.period, cmp: query.cmp }}
            />
          )
        }
      />
      <LeftOutNote search={search} understood={{ ...query, period: home.spans && query.period }} />
      <ScopeChips
        chips={home.chips.map(({ key, label }) => ({
          key,
          label,
          href: homeHref({ ...query, [key]: undefined, rows: undefined }),
        }))}
      />
      {caller.actor.personId === null && setup.accounts && (
        <p className="text-13 text-muted">
          Your sign-in is not linked to a person here, so no account is only yours: these are all of them.
        </p>
      )}
      {!setup.accounts && <SetupPanel facts={setup} mayImport={mayImport} />}
      {setup.accounts && (
        <>
          <TodayPanel
            list={list}
            today={today}
            currency={currency}
            withOwners={scope !== "mine"}
            cutAt={home.isWhole ? null : mostAccounts}
            putAwayVerbs={{ putAwayAction: putAway, bringBackAction: bringBack }}
            ownerVerbs={can(caller, "account.write") ? ownerVerbs : null}
          />
          {totals.accounts > 0 && (
            <BookStrip
              numbers={home.numbers}
              scope={scope}
              narrowed={query}
              spans={home.spans}
              today={today}
              currency={currency}
            />
          )}
          {rows && <BookRowsPanel book={rows} place={place} today={today} currency={currency} />}
          {!isSetUp(setup) && <SetupPanel facts={setup} mayImport={mayImport} />}
          <MovesPanel
            moves={home.moves}
            all={home.allMoves}
            period={home.spans?.endsToday ? home.spans.words : null}
          />
          <SourcesLine sources={sources} />
        </>
      )}
    </>
  )
}
