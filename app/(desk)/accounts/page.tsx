import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { AccountsCount } from "#components/accounts/accounts-count.tsx"
import { AccountsFilter } from "#components/accounts/accounts-filter.tsx"
import { AccountsTable } from "#components/accounts/accounts-table.tsx"
import { LostPlaceState } from "#components/accounts/lost-place-state.tsx"
import { NoAccountsState } from "#components/accounts/no-accounts-state.tsx"
import { reasonWords } from "#components/health/reason-words.ts"
import { FirstImport } from "#components/imports/first-import.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { Pager } from "#components/ui/pager.tsx"
import { accountRows } from "#db/queries/accounts.ts"
import { accountTotals } from "#db/queries/list-totals.ts"
import { ownerChoices } from "#db/queries/people.ts"
import { accountsAnswer } from "#lib/accounts/answer-sentence.ts"
import { listPosition } from "#lib/accounts/list-cursor.ts"
import { accountsHref } from "#lib/accounts/list-href.ts"
import { listPages } from "#lib/accounts/list-pages.ts"
import { accountsQuery } from "#lib/accounts/list-query.ts"
import { dayOf, formatInstant } from "#lib/format/instant.ts"
import { deskRead, openSharedDesk } from "#lib/server/desk/open-desk.ts"

export const metadata: Metadata = { title: "Accounts" }

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
  const { page, totals, owners } = await deskRead(caller, async (tx) => ({
    page: await accountRows(tx, caller, { query, position, today, currency }),
    totals: await accountTotals(tx, caller, { query, position, today }),
    owners: await ownerChoices(tx, caller),
  }))
  if (position && page.rows.length === 0) redirect(accountsHref(query, {}))
  const pages = listPages({ query, position, page, totals })
  return (
    <>
      <PageHead
        title="Accounts"
        answer={accountsAnswer({ ...totals, currency })}
        asOf={totals.scoredAt && `Scored ${formatInstant(totals.scoredAt, { now: caller.now, timeZone })}.`}
      />
      {totals.all > 0 && (
        <>
          <AccountsFilter query={query} owners={owners.map(({ id, name }) => ({ value: id, label: name }))} />
          <AccountsCount
            query={query}
            matching={totals.matching}
            all={totals.all}
            ownerName={owners.find(({ id }) => id === query.owner)?.name}
          />
        </>
      )}
      {asked === "refused" ? (
        <LostPlaceState firstHref={accountsHref(query, {})} />
      ) : page.rows.length > 0 ? (
        <>
          <AccountsTable
            rows={page.rows.map((row) => ({ ...row, reasons: row.reasons.map(reasonWords) }))}
            query={query}
            today={today}
          />
          <Pager {...pages} total={totals.matching} noun="account" />
        </>
      ) : (
        <NoAccountsState query={query} all={totals.all} firstRunActions={<FirstImport />} />
      )}
    </>
  )
}
