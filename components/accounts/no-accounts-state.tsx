import { EmptyState } from "#components/ui/empty-state.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { accountsHref } from "#lib/accounts/list-href.ts"
import type { AccountsQuery } from "#lib/accounts/list-query.ts"
import { formatCount } from "#lib/format/plural.ts"

/** No account in the workspace yet, or none that the filters leave; the two are never confused. */
export function NoAccountsState({
  query,
  all,
  firstRunActions,
}: {
  query: AccountsQuery
  all: number
  /** Ways to the first accounts: import, or the demo. */
  firstRunActions: React.ReactNode
}) {
  if (all === 0) {
    return (
      <EmptyState title="Your accounts will be here" action={firstRunActions}>
        One row each, with health, the reasons for it, ARR and renewal.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="No account matches these filters"
      action={<TextLink href={accountsHref({ sort: query.sort }, {})}>Clear filters</TextLink>}
    >
      {formatCount(all, "account")} without them. Take one off above, or clear all.
    </EmptyState>
  )
}
