import { FilterChip } from "#components/ui/filter-chip.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { accountsHref } from "#lib/accounts/list-href.ts"
import type { AccountsQuery } from "#lib/accounts/list-query.ts"
import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import { bandWords } from "#lib/health/band.ts"

/** "37 of 512 accounts" and the filters that make it so, each with its way out. */
export function AccountsCount({
  query,
  matching,
  all,
  ownerName,
}: {
  query: AccountsQuery
  matching: number
  all: number
  /** Name of the owner filtered by. */
  ownerName?: string | undefined
}) {
  const chips = [
    query.q && { key: "q", label: `Name has “${query.q}”`, href: accountsHref(query, { q: undefined }) },
    query.band && {
      key: "band",
      label: `Health: ${bandWords[query.band].label}`,
      href: accountsHref(query, { band: undefined }),
    },
    query.segment && {
      key: "segment",
      label: `Segment: ${query.segment}`,
      href: accountsHref(query, { segment: undefined }),
    },
    query.owner && {
      key: "owner",
      label: `Owner: ${ownerName ?? "unknown"}`,
      href: accountsHref(query, { owner: undefined }),
    },
  ].filter((chip) => chip !== undefined && chip !== "")
  const isFiltered = chips.length > 0
  return (
    <div className="flex min-h-6 flex-wrap items-center gap-2">
      <p className="text-13 text-muted">
        {isFiltered
          ? `${formatNumber(matching)} of ${formatCount(all, "account")}`
          : formatCount(all, "account")}
      </p>
      {chips.map((chip) => (
        <FilterChip key={chip.key} label={chip.label} removeHref={chip.href} />
      ))}
      {chips.length > 1 && (
        <span className="text-13">
          <TextLink href={accountsHref({ sort: query.sort }, {})}>Clear filters</TextLink>
        </span>
      )}
    </div>
  )
}
