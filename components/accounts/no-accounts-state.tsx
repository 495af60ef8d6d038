import { accountChips, type ChosenNames, withoutFilters } from "#components/accounts/accounts-chips.ts"
import { EmptyState } from "#components/ui/empty-state.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import type { AccountsQuery } from "#lib/accounts/list-query.ts"
import { formatNumber } from "#lib/format/number.ts"
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
}: {
  query: AccountsQuery
  all: number
  names?: ChosenNames
  without: readonly WithoutOne[]
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
  const chips = accountChips(query, names)
  const nearest = chips.flatMap((chip) => {
    const matching = without.find(({ key }) => key === chip.key)?.matching ?? 0
    return chips.length > 1 && matching > 0 ? [{ ...chip, matching }] : []
  })
  return (
    <EmptyState
      title="No account matches these filters"
      action={<TextLink href={withoutFilters(query)}>Clear filters</TextLink>}
    >
      <p>{chips.map(({ label }) => label).join(" and ")}.</p>
      {nearest.map(({ key, label, href, matching }) => (
        <p key={key}>
          <TextLink href={href}>
            {formatNumber(matching)} {matching === 1 ? "matches" : "match"} without “{label}”
          </TextLink>
        </p>
      ))}
      <p>{formatCount(all, "account")} without any filter.</p>
    </EmptyState>
  )
}
