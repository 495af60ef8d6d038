import Link from "next/link"
import { type AdminSection, adminHref, adminSections } from "#components/admin/sections.ts"
import { can } from "#lib/access/policy.ts"
import type { Role } from "#lib/access/roles.ts"

/** The pages of Admin that a role opens. */
export function AdminLinks({ role, here }: { role: Role; here: AdminSection["key"] | "index" }) {
  const links = [
    { key: "index", title: "Overview", href: "/admin" },
    ...adminSections
      .filter(({ permission }) => can({ role }, permission))
      .map((section) => ({ key: section.key, title: section.title, href: adminHref(section) })),
  ]
  return (
    <nav aria-label="Admin" className="flex flex-wrap gap-1 border-b border-hairline pb-2 print:hidden">
      {links.map(({ key, title, href }) => (
        <Link
          key={key}
          href={href}
          prefetch={false}
          aria-current={key === here ? "page" : undefined}
          className="inline-flex h-8 items-center rounded-control px-3 text-13 text-ink-2 hover:bg-sunken hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:font-medium aria-[current=page]:text-ink forced-colors:aria-[current=page]:underline"
        >
          {title}
        </Link>
      ))}
    </nav>
  )
}
