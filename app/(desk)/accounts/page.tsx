import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { AccountsCount } from "#components/accounts/accounts-count.tsx"
import { AccountsFilter } from "#components/accounts/accounts-filter.tsx"
import { AccountsTable } from "#components/accounts/accounts-table.tsx"
import { NoAccountsState } from "#components/accounts/no-accounts-state.tsx"
import { reasonWords } from "#components/health/reason-words.ts"
import { FirstImport } from "#components/imports/first-import.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { Pager } from "#components/ui/pager.tsx"
import { accountRows, accountsPageSize, accountTotals } from "#db/queries/accounts.ts"
import { ownerChoices } from "#db/queries/people.ts"
import { accountsAnswer } from "#lib/accounts/answer-sentence.ts"
import { lastPage } from "#lib/accounts/last-page.ts"
import { accountsHref } from "#lib/accounts/list-href.ts"
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
  const today = dayOf(caller.now, timeZone)
  const { rows, totals, owners } = await deskRead(caller, async (tx) => ({
    rows: await accountRows(tx, caller, { query, today, currency }),
    totals: await accountTotals(tx, caller, { query, today }),
    owners: await ownerChoices(tx, caller),
  }))
  const page = query.page ?? 1
  const last = lastPage(totals.matching, accountsPageSize)
  if (page > last) redirect(accountsHref(query, { page: last }))
  const from = (page - 1) * accountsPageSize + 1
  const to = from + rows.length - 1
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
      {rows.length > 0 ? (
        <AccountsTable
          rows={rows.map((row) => ({ ...row, reasons: row.reasons.map(reasonWords) }))}
          query={query}
          today={today}
        />
      ) : (
        <NoAccountsState query={query} all={totals.all} firstRunActions={<FirstImport />} />
      )}
      <Pager
        from={from}
        to={to}
        total={totals.matching}
        noun="account"
        previousHref={page > 1 ? accountsHref(query, { page: page - 1 }) : undefined}
        nextHref={to < totals.matching ? accountsHref(query, { page: page + 1 }) : undefined}
      />
    </>
  )
}
