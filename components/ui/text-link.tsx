import Link from "next/link"

/**
 * A link in text or in a row. `prefetch` is off by default: a table of fifty rows would ask for fifty pages.
 */
export function TextLink({
  href,
  children,
  strong = false,
  prefetch = false,
}: {
  href: string
  children: React.ReactNode
  strong?: boolean
  prefetch?: boolean
}) {
  const weight = strong ? "font-medium" : ""
  return (
    <Link
      href={href}
      prefetch={prefetch}
      className={`rounded-tag text-ink underline decoration-control decoration-1 underline-offset-3 hover:decoration-ink hover:decoration-2 ${weight}`}
    >
      {children}
    </Link>
  )
}
