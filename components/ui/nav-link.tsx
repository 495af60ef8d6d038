"use client"

import Link from "next/link"
import { usePathname } from "next/navigation"

/** A place in the navigation; it knows by itself whether the reader is there, because a layout is drawn only once. */
export function NavLink({ href, children }: { href: string; children: React.ReactNode }) {
  const path = usePathname()
  const isHere = path === href || path.startsWith(`${href}/`)
  return (
    <Link
      href={href}
      onClick={(event) => event.currentTarget.closest("details")?.removeAttribute("open")}
      aria-current={isHere ? "page" : undefined}
      className="flex h-8 items-center rounded-control px-3 text-14 text-ink-2 hover:bg-sunken hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:font-medium aria-[current=page]:text-ink forced-colors:aria-[current=page]:underline"
    >
      {children}
    </Link>
  )
}
