"use client"

import Link from "next/link"
import { usePathname, useSearchParams } from "next/navigation"
import { carried } from "#lib/urls/carried.ts"

const look =
  "group relative flex h-8 items-center gap-2.5 rounded-control px-3 text-14 text-ink-2 hover:bg-sunken hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:font-medium aria-[current=page]:text-ink forced-colors:aria-[current=page]:underline md:max-xl:justify-center md:max-xl:px-0"

/** Beside its icon the label shows on hover and focus; it may be pointed at without going away. */
const labelLook =
  "md:max-xl:pointer-events-none md:max-xl:absolute md:max-xl:left-full md:max-xl:rounded-control md:max-xl:bg-primary md:max-xl:px-2 md:max-xl:py-1.5 md:max-xl:text-13 md:max-xl:whitespace-nowrap md:max-xl:text-primary-ink md:max-xl:opacity-0 md:max-xl:group-hover:pointer-events-auto md:max-xl:group-hover:opacity-100 md:max-xl:group-focus-visible:opacity-100"

/**
 * A place in the navigation, which takes scope and period along. It knows by itself whether the reader is there,
 * because a layout is drawn only once.
 */
export function NavLink({
  href,
  icon,
  badge,
  children,
}: {
  href: string
  icon: React.ReactNode
  badge?: React.ReactNode
  children: React.ReactNode
}) {
  const path = usePathname()
  const search = useSearchParams()
  const isHere = path === href || path.startsWith(`${href}/`)
  return (
    <Link
      href={carried(href, search)}
      onClick={(event) => event.currentTarget.closest("details")?.removeAttribute("open")}
      aria-current={isHere ? "page" : undefined}
      className={look}
    >
      {icon}
      <span className={labelLook}>{children}</span>
      {badge}
    </Link>
  )
}
