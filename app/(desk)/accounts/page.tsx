import type { Metadata } from "next"
import { cookies } from "next/headers"
import { redirect } from "next/navigation"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { accountGridRow } from "#components/accounts/accounts-cells.tsx"
import {
  accountColumnIds,
  accountsHead,
  usualAccountColumns,
  withoutSort,
} from "#components/accounts/accounts-columns.tsx"
import { AccountsCount } from "#components/accounts/accounts-count.tsx"
import { AccountsFilter } from "#components/accounts/accounts-filter.tsx"
import { AccountsGrid } from "#components/accounts/accounts-grid.tsx"
import { AccountsKeys } from "#components/accounts/accounts-keys.tsx"
import { AccountsTools } from "#components/accounts/accounts-tools.tsx"
import { HealthSpread } from "#components/accounts/health-spread.tsx"
import { LostPlaceState } from "#components/accounts/lost-place-state.tsx"
import { NoAccountsState } from "#components/accounts/no-accounts-state.tsx"
import { PeekPanel } from "#components/accounts/peek-panel.tsx"
import { ViewsActions } from "#components/accounts/views-actions.tsx"
import { ViewsTabs } from "#components/accounts/views-tabs.tsx"
import { densityCookie, readLook } from "#components/grid/grid-look.ts"
import { reasonParts } from "#components/health/reason-words.ts"
import { FirstImport } from "#components/imports/first-import.tsx"
import { FrozenBand, FrozenGone } from "#components/shell/frozen-band.tsx"
import { LeftOutNote } from "#components/shell/left-out-note.tsx"
import { DemoLink } from "#components/ui/demo-link.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { Pager } from "#components/ui/pager.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { can } from "#lib/access/policy.ts"
import { accountsAnswer } from "#lib/accounts/answer-sentence.ts"
import { mostAssigned } from "#lib/accounts/assign-owner.ts"
import { listPosition } from "#lib/accounts/list-cursor.ts"
import { accountsHref, accountsParameters } from "#lib/accounts/list-href.ts"
import { listPages } from "#lib/accounts/list-pages.ts"
import { accountFilterKeys, accountsQuery } from "#lib/accounts/list-query.ts"
import { dayOf, formatInstant } from "#lib/format/instant.ts"
import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import { liveAddress } from "#lib/frozen/live-address.ts"
import { deskRead, openSharedDesk } from "#lib/server/desk/open-desk.ts"
import { openFrozen } from "#lib/server/desk/open-frozen.ts"
import { carried } from "#lib/urls/carried.ts"
import { currentView } from "#lib/views/current-view.ts"
import { namedView } from "#lib/views/named-view.ts"
import { viewQuery } from "#lib/views/page-query.ts"
import { changeOwners, changeView } from "./actions.ts"
import { type AccountsShown, readAccountsPage } from "./read-accounts-page.ts"

export const metadata: Metadata = { title: "Accounts" }

export default async function AccountsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const address = await searchParams
  const desk = await openSharedDesk("account.read", "/accounts", address)
  if (desk.missing) return <NotAllowed title="Accounts" permission={desk.missing} />
  const { caller } = desk
  const frozen = await openFrozen<AccountsShown>(caller, "/accounts", address)
  const liveHref = liveAddress("/accounts", address)
  if (frozen === "gone") return <FrozenGone title="Accounts" liveHref={liveHref} />
  const search = frozen?.search ?? address
  const now = frozen?.madeAt ?? caller.now
  const query = accountsQuery.parse(search)
  // Pages had numbers once: such an address leads to the first one.
  if (search.page !== undefined) redirect(accountsHref(query, {}))
  const asked = listPosition(query)
  const position = asked === "refused" ? null : asked
  const { currency, timeZone } = frozen?.shown.place ?? desk
  const today = dayOf(now, timeZone)
  const place = { currency, timeZone, today }
  const look = readLook({
    search: query,
    remembered: (await cookies()).get(densityCookie)?.value,
    known: accountColumnIds,
    usual: usualAccountColumns,
  })
  const { list, peeked } =
    frozen?.shown ?? (await deskRead(caller, (tx) => readAccountsPage(tx, caller, { query, place })))
  const { page, totals, owners, teams, views, weeks } = list
  const named = frozen ? null : namedView(address, views)
  if (named) {
    const whole = accountsQuery.parse(Object.fromEntries(new URLSearchParams(named.query)))
    const { period, cmp, density } = query
    redirect(accountsHref(whole, { period, cmp, density, view: named.id }))
  }
  if (!frozen && position && page.rows.length === 0) redirect(accountsHref(query, {}))
  const listHref = accountsHref(query, { after: query.after, before: query.before })
  const shown = viewQuery("/accounts", accountsParameters(query).toString())
  const { view, isChanged } = currentView({ views, query: shown, basedOn: query.view })
  const names = {
    ownerName: owners.find(({ id }) => id === query.owner)?.name,
    teamName: teams.find(({ id }) => id === query.team)?.name,
  }
  const { needAttention } = totals
  const head = accountsHead(query, look.columns, list.spans)
  // An account is looked at in the same period as the list that leads to it.
  const period = accountsParameters({ period: query.period, cmp: query.cmp })
  return (
    <>
      <PageHead
        title="Accounts"
        answer={
          <>
            {accountsAnswer({ ...totals, currency })}{" "}
            {needAttention > 0 && query.band !== "red" && (
              <TextLink href={accountsHref(query, { band: "red", lost: "hide" })}>
                Show {needAttention === 1 ? "it" : `these ${formatNumber(needAttention)}`}
              </TextLink>
            )}
          </>
        }
        asOf={totals.scoredAt && `Scored ${formatInstant(totals.scoredAt, { now, timeZone })}.`}
      />
      <LeftOutNote
        search={address}
        understood={{
          ...query,
          asof: frozen,
          seg: query.segment,
          period: list.spans && query.period,
          view: views.find(({ id }) => id === query.view)?.id,
        }}
      />
      {frozen && <FrozenBand {...frozen} place={{ now: caller.now, timeZone }} liveHref={liveHref} />}
      {frozen && <AccountsCount query={query} matching={totals.matching} all={totals.all} names={names} />}
      {!frozen && totals.all > 0 && (
        <div className="flex flex-col gap-2">
          <ViewsTabs
            page="/accounts"
            views={views}
            current={view}
            isChanged={isChanged}
            period={{ period: query.period, cmp: query.cmp }}
          >
            {can(caller, "view.write") && (
              <ViewsActions
                page="/accounts"
                query={shown}
                current={view}
                isChanged={isChanged}
                mayWriteTeam={can(caller, "view.write_team")}
                changeAction={changeView}
              />
            )}
          </ViewsTabs>
          <AccountsFilter query={query} owners={owners.map(({ id, name }) => ({ value: id, label: name }))} />
          <AccountsKeys />
          <AccountsCount query={query} matching={totals.matching} all={totals.all} names={names}>
            <AccountsTools query={query} look={look} listHref={listHref} />
          </AccountsCount>
        </div>
      )}
      {list.spread && totals.all > 0 && <HealthSpread {...list.spread} query={query} />}
      {asked === "refused" ? (
        <LostPlaceState firstHref={accountsHref(query, {})} />
      ) : page.rows.length > 0 ? (
        <>
          <AccountsGrid
            minWidth={head.minWidth}
            columns={frozen ? head.columns.map(withoutSort) : head.columns}
            rows={page.rows
              .map((row) =>
                accountGridRow(
                  {
                    ...row,
                    weeks: weeks.get(row.id) ?? [],
                    changeIn: list.changes.get(row.id) ?? null,
                    reasons: row.reasons.map(reasonParts),
                  },
                  look.columns,
                  today,
                ),
              )
              .map((row) => ({ ...row, href: carried(row.href, period) }))}
            matching={totals.matching}
            density={look.density}
            listHref={listHref}
            scope={JSON.stringify(accountFilterKeys.map((key) => query[key] ?? null))}
            peeked={peeked?.account.slug ?? null}
            owner={
              !frozen && can(caller, "account.write")
                ? { changeAction: changeOwners, most: mostAssigned, query }
                : null
            }
          />
          {frozen ? (
            <p className="text-13 text-muted">{`${formatCount(page.rows.length, "row of this list was", "rows of this list were")} kept.`}</p>
          ) : (
            <Pager {...listPages({ query, position, page, totals })} total={totals.matching} noun="account" />
          )}
        </>
      ) : (
        <NoAccountsState
          query={query}
          all={totals.all}
          names={names}
          without={list.without}
          firstRunActions={<FirstImport />}
          demo={<DemoLink workspaces={desk.workspaces} current={desk.workspaceSlug} path="/accounts" />}
        />
      )}
      {peeked && <PeekPanel {...peeked} today={today} closeHref={listHref} />}
    </>
  )
}
