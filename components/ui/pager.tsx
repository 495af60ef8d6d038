import { ButtonLink } from "#components/ui/button-link.tsx"
import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"

/** Where this page of rows stands in the whole, and the ways to its neighbours. */
export function Pager({
  from,
  to,
  total,
  noun,
  firstHref,
  previousHref,
  nextHref,
}: {
  /** Number of the first and last row shown, counted from 1. */
  from: number
  to: number
  total: number
  noun: string
  firstHref?: string | undefined
  previousHref?: string | undefined
  nextHref?: string | undefined
}) {
  if (!previousHref && !nextHref) return null
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-4 print:hidden">
      <p className="text-13 text-muted">
        Rows {formatNumber(from)} to {formatNumber(to)} of {formatCount(total, noun)}
      </p>
      <div className="flex gap-2">
        {firstHref && <ButtonLink href={firstHref}>First</ButtonLink>}
        {previousHref && <ButtonLink href={previousHref}>Previous</ButtonLink>}
        {nextHref && <ButtonLink href={nextHref}>Next</ButtonLink>}
      </div>
    </nav>
  )
}
