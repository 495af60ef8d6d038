import Link from "next/link"

/** One filter that is on; the whole chip is the link to the list without it. */
export function FilterChip({ label, removeHref }: { label: string; removeHref: string }) {
  return (
    <Link
      href={removeHref}
      prefetch={false}
      aria-label={`Remove filter ${label}`}
      className="inline-flex h-6 items-center gap-1.5 whitespace-nowrap rounded-tag border border-control bg-surface px-2 text-12 text-ink hover:bg-sunken"
    >
      {label}
      <svg aria-hidden="true" width="10" height="10" viewBox="0 0 10 10">
        <path d="m2 2 6 6m0-6L2 8" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
      </svg>
    </Link>
  )
}
