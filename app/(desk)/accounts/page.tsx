import type { Metadata } from "next"
import dynamic from "next/dynamic"
import { cookies } from "next/headers"
import { redirect } from "next/navigation"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { accountGridRow } from "#components/accounts/accounts-cells.tsx"
import {
  accountColumnIds,
  accountsHead,
  usualAccountColumns,
} from "#components/accounts/accounts-columns.tsx"
import { AccountsCount } from "#components/accounts/accounts-count.tsx"
import { AccountsFilter } from "#components/accounts/accounts-filter.tsx"
import { AccountsGrid } from "#components/accounts/accounts-grid.tsx"
import { AccountsKeys } from "#components/accounts/accounts-keys.tsx"
import { AccountsTools } from "#components/accounts/accounts-tools.tsx"
import { LostPlaceState } from "#components/accounts/lost-place-state.tsx"
import { NoAccountsState } from "#components/accounts/no-accounts-state.tsx"
import { PeekPanel } from "#components/accounts/peek-panel.tsx"
import { ViewsActions } from "#components/accounts/views-actions.tsx"
import { ViewsTabs } from "#components/accounts/views-tabs.tsx"
import { densityCookie, readLook } from "#components/grid/grid-look.ts"
import { reasonWords } from "#components/health/reason-words.ts"
import { FirstImport } from "#components/imports/first-import.tsx"
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
import { deskRead, openSharedDesk } from "#lib/server/desk/open-desk.ts"
import { currentView } from "#lib/views/current-view.ts"
import { viewQuery } from "#lib/views/page-query.ts"
import { changeOwners, changeView } from "./actions.ts"
import { readPeek } from "./peek/read-peek.ts"
import { readList } from "./read-list.ts"

export const metadata: Metadata = { title: "Accounts" }

/** Who does not look at it does not load it. */
const HealthSpread = dynamic(() =>
  import("#components/accounts/health-spread.tsx").then((part) => part.HealthSpread),
)

export default async function AccountsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const search = await searchParams
  const desk = await openSharedDesk("account.read", "/accounts", search)
  if (desk.missing) return <NotAllowed title="Accounts" permission={desk.missing} />
  const { caller, currency, timeZone } = desk
  const query = accountsQuery.parse(search)
  // Pages had numbers once: such an address leads to the first one.
  if (search.page !== undefined) redirect(accountsHref(query, {}))
  const asked = listPosition(query)
  const position = asked === "refused" ? null : asked
  const today = dayOf(caller.now, timeZone)
  const place = { currency, timeZone, today }
  const look = readLook({
    search: query,
    remembered: (await cookies()).get(densityCookie)?.value,
    known: accountColumnIds,
    usual: usualAccountColumns,
  })
  const hasWeeks = look.columns.includes("weeks")
  const { list, peeked } = await deskRead(caller, async (tx) => ({
    list: await readList(tx, caller, { query, position, hasWeeks, ...place }),
    peeked: query.peek ? await readPeek(tx, caller, { reference: query.peek, ...place }) : null,
  }))
  const { page, totals, owners, teams, views, weeks } = list
  if (position && page.rows.length === 0) redirect(accountsHref(query, {}))
  const listHref = accountsHref(query, { after: query.after, before: query.before })
  const shown = viewQuery("/accounts", accountsParameters(query).toString())
  const { view, isChanged } = currentView({ views, query: shown, basedOn: query.view })
  const names = {
    ownerName: owners.find(({ id }) => id === query.owner)?.name,
    teamName: teams.find(({ id }) => id === query.team)?.name,
  }
  const { needAttention } = totals
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
        asOf={totals.scoredAt && `Scored ${formatInstant(totals.scoredAt, { now: caller.now, timeZone })}.`}
      />
      <LeftOutNote
        search={search}
        understood={{ ...query, seg: query.segment, period: list.spans && query.period }}
      />
      {totals.all > 0 && (
        <div className="flex flex-col gap-2">
          <ViewsTabs page="/accounts" views={views} current={view} isChanged={isChanged}>
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
            {...accountsHead(query, look.columns, list.spans)}
            rows={page.rows.map((row) =>
              accountGridRow(
                {
                  ...row,
                  weeks: weeks.get(row.id) ?? [],
                  changeIn: list.changes.get(row.id) ?? null,
                  reasons: row.reasons.map(reasonWords),
                },
                look.columns,
                today,
              ),
            )}
            matching={totals.matching}
            density={look.density}
            listHref={listHref}
            scope={JSON.stringify(accountFilterKeys.map((key) => query[key] ?? null))}
            peeked={peeked?.account.slug ?? null}
            owner={
              can(caller, "account.write") ? { changeAction: changeOwners, most: mostAssigned, query } : null
            }
          />
          <Pager {...listPages({ query, position, page, totals })} total={totals.matching} noun="account" />
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
