import { formatNumber } from "#lib/format/number.ts"

/** A number beside a place in the navigation: an action waits there. */
export function NavBadge({ count, words }: { count: number; words: string }) {
  return (
    <span className="ml-auto rounded-full bg-primary px-1.5 text-12 font-medium text-primary-ink tabular-nums md:max-xl:absolute md:max-xl:top-0 md:max-xl:right-0">
      <span aria-hidden="true">{count > 99 ? "99+" : formatNumber(count)}</span>
      <span className="sr-only">, {words}</span>
    </span>
  )
}
