import { accountChips, type ChosenNames, withoutFilters } from "#components/accounts/accounts-chips.ts"
import { FirstRunState } from "#components/ui/first-run-state.tsx"
import { NoResultState } from "#components/ui/no-result-state.tsx"
import type { AccountsQuery } from "#lib/accounts/list-query.ts"
import { matchWords } from "#lib/format/match-words.ts"
import { formatCount } from "#lib/format/plural.ts"

/** How many accounts match when one filter is taken off. */
export type WithoutOne = { readonly key: string; readonly matching: number }

/** No account in the workspace yet, or none that the filters leave; the two are never confused. */
export function NoAccountsState({
  query,
  all,
  names = {},
  without,
  firstRunActions,
  demo,
}: {
  query: AccountsQuery
  all: number
  names?: ChosenNames
  without: readonly WithoutOne[]
  /** Ways to the first accounts. */
  firstRunActions: React.ReactNode
  /** The way to see the list with made-up accounts. */
  demo?: React.ReactNode
}) {
  if (all === 0) {
    return (
      <FirstRunState title="Your accounts will be here" action={firstRunActions} demo={demo}>
        One row each, with health, the reasons for it, ARR and renewal.
      </FirstRunState>
    )
  }
  const chips = accountChips(query, names)
  const nearest = chips.flatMap(({ key, label, href }) => {
    const matching = without.find((one) => one.key === key)?.matching ?? 0
    return chips.length > 1 && matching > 0 ? [{ label, href, says: matchWords(matching) }] : []
  })
  return (
    <NoResultState
      noun="account"
      filters={chips.map(({ label }) => label)}
      clearHref={withoutFilters(query)}
      nearest={nearest}
      whole={formatCount(all, "account")}
    />
  )
}
