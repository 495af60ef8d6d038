import Link from "next/link"
import { homeHref } from "#lib/today/home-href.ts"
import type { Narrowing } from "#lib/today/narrowing.ts"
import { scopeNames, type TodayScope } from "#lib/today/schema.ts"

/** Whose accounts the page is about: links, so that the address says it. */
export function ScopeSwitch({
  scope,
  offered,
  seg,
}: {
  scope: TodayScope
  offered: readonly TodayScope[]
  /** The segment that the page is narrowed to stays; whose they are is what is chosen here. */
  seg: Narrowing["seg"]
}) {
  if (offered.length < 2) return null
  return (
    <nav aria-label="Whose accounts" className="flex rounded-control border border-control print:hidden">
      {offered.map((each) => (
        <Link
          key={each}
          href={homeHref({ scope: each, seg })}
          prefetch={false}
          aria-current={each === scope ? "page" : undefined}
          className="inline-flex h-8 items-center rounded-control px-3 text-13 text-ink-2 hover:bg-sunken hover:text-ink aria-[current]:bg-sunken aria-[current]:font-medium aria-[current]:text-ink"
        >
          {scopeNames[each]}
        </Link>
      ))}
    </nav>
  )
}
