import Link from "next/link"
import { homeHref } from "#lib/today/home-href.ts"
import { scopeNames, type TodayQuery, type TodayScope } from "#lib/today/schema.ts"

/** Whose accounts the page is about: links, so that the address says it. */
export function ScopeSwitch({
  scope,
  offered,
  kept,
}: {
  scope: TodayScope
  offered: readonly TodayScope[]
  /** What stays of the frame; whose they are is what is chosen here. */
  kept: Pick<TodayQuery, "seg" | "period" | "cmp">
}) {
  if (offered.length < 2) return null
  return (
    <nav aria-label="Whose accounts" className="flex rounded-control border border-control print:hidden">
      {offered.map((each) => (
        <Link
          key={each}
          href={homeHref({ ...kept, scope: each })}
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
