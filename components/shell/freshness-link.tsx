import Link from "next/link"
import { sourceStates } from "#components/data/source-states.ts"
import { StatusShape } from "#components/ui/status-shape.tsx"
import type { FreshnessMark } from "#lib/quality/freshness-mark.ts"

/** Whether the sources are on time, and the way to the page that says more. */
export function FreshnessLink({ state, words }: FreshnessMark) {
  return (
    <Link
      href="/data"
      prefetch={false}
      className="flex h-8 min-w-0 items-center gap-1.5 rounded-control px-2 text-13 text-ink-2 hover:bg-sunken hover:text-ink max-md:hidden"
    >
      <StatusShape status={state === null ? "unknown" : sourceStates[state].status} />
      <span className="truncate">{words}</span>
    </Link>
  )
}
