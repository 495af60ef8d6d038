import Link from "next/link"
import { TextLink } from "#components/ui/text-link.tsx"
import type { PeriodQuery } from "#lib/period/schema.ts"
import { carried } from "#lib/urls/carried.ts"
import { viewHref } from "#lib/views/current-view.ts"
import type { View, ViewPage } from "#lib/views/schema.ts"

const scopes: Readonly<Record<View["scope"], string | null>> = {
  built_in: null,
  team: "team",
  personal: "mine",
}

/** The views of a page as tabs: built-in, the team's, one's own; what differs from its view says so. */
export function ViewsTabs({
  page,
  views,
  current,
  isChanged,
  period = {},
  children,
}: {
  page: ViewPage
  views: readonly View[]
  current: View | null
  isChanged: boolean
  /** What the frame counts changes in: it goes along to every view. */
  period?: PeriodQuery
  /** What can be done with the view that is shown. */
  children?: React.ReactNode
}) {
  const frame = new URLSearchParams()
  for (const [name, value] of Object.entries(period)) if (value) frame.set(name, value)
  const hrefOf = (view: View) => carried(viewHref(page, view), frame)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-hairline print:hidden">
      <nav aria-label="Views" className="-mb-px flex min-w-0 flex-wrap gap-x-1">
        {views.map((view) => (
          <Link
            key={view.id}
            href={hrefOf(view)}
            prefetch={false}
            aria-current={view.id === current?.id ? "page" : undefined}
            className="inline-flex h-8 max-w-60 items-center gap-1.5 border-b-2 border-transparent px-2 text-13 text-ink-2 hover:text-ink aria-[current=page]:border-ink aria-[current=page]:font-medium aria-[current=page]:text-ink"
          >
            <span className="truncate">{view.name}</span>
            {scopes[view.scope] && <span className="text-12 text-muted">{scopes[view.scope]}</span>}
          </Link>
        ))}
      </nav>
      <div className="ml-auto flex items-center gap-2 text-13">
        {current && isChanged && (
          <>
            <span className="text-muted">changed</span>
            <TextLink href={hrefOf(current)}>Reset</TextLink>
          </>
        )}
        {children}
      </div>
    </div>
  )
}
