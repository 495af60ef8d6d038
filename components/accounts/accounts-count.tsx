import { accountChips, type ChosenNames, withoutFilters } from "#components/accounts/accounts-chips.ts"
import { FilterChip } from "#components/ui/filter-chip.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { accountsHref } from "#lib/accounts/list-href.ts"
import type { AccountsQuery } from "#lib/accounts/list-query.ts"
import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"

/** "37 of 512 accounts", which leads to exactly these, and the filters that make it so, each with its way out. */
export function AccountsCount({
  query,
  matching,
  all,
  names = {},
  children,
}: {
  query: AccountsQuery
  matching: number
  all: number
  names?: ChosenNames
  /** What can be done with the whole list. */
  children?: React.ReactNode
}) {
  const chips = accountChips(query, names)
  const counted =
    chips.length > 0
      ? `${formatNumber(matching)} of ${formatCount(all, "account")}`
      : formatCount(all, "account")
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-2">
      <p className="text-13 tabular-nums [&>a]:inline-block [&>a]:py-1">
        <TextLink href={accountsHref(query, {})}>{counted}</TextLink>
      </p>
      {chips.map((chip) => (
        <FilterChip key={chip.key} label={chip.label} removeHref={chip.href} />
      ))}
      {chips.length > 1 && (
        <span className="text-13">
          <TextLink href={withoutFilters(query)}>Clear filters</TextLink>
        </span>
      )}
      <div className="ml-auto flex flex-wrap items-center gap-2 print:hidden">{children}</div>
    </div>
  )
}
