import { accountColumns, usualAccountColumns } from "#components/accounts/accounts-columns.tsx"
import type { GridLook } from "#components/grid/grid-look.ts"
import { LookMenu } from "#components/grid/look-menu.tsx"
import { ButtonLink } from "#components/ui/button-link.tsx"
import { buttonLook } from "#components/ui/button-look.ts"
import { accountsHref } from "#lib/accounts/list-href.ts"
import type { AccountsQuery } from "#lib/accounts/list-query.ts"

/** How the list is drawn, and its matching rows as a file. */
export function AccountsTools({
  query,
  look,
  listHref,
}: {
  query: AccountsQuery
  look: GridLook
  listHref: string
}) {
  const file = accountsHref(
    { ...query, cols: look.columns.join(","), plot: undefined, density: undefined, view: undefined },
    {},
  )
  return (
    <>
      <ButtonLink href={accountsHref(query, { plot: query.plot ? undefined : "health" })}>
        {query.plot ? "Hide distribution" : "Show distribution"}
      </ButtonLink>
      <LookMenu look={look} columns={accountColumns} usual={usualAccountColumns} href={listHref} />
      <a
        href={file.replace("/accounts", "/accounts/export")}
        download
        title="All matching rows, with these columns"
        className={buttonLook("secondary")}
      >
        Export CSV
      </a>
    </>
  )
}
