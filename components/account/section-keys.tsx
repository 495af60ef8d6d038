"use client"

import { type AccountSection, accountSections } from "#components/account/sections.ts"
import { useKey } from "#components/shell/use-key.ts"

/** The way to each part of the page: links, and the keys 1 to 9. */
export function SectionKeys({ hasScore }: { hasScore: boolean }) {
  return (
    <nav aria-label="Parts of this account" className="print:hidden">
      <ol className="flex flex-wrap gap-x-4 gap-y-1">
        {accountSections.map(
          (section, place) =>
            (hasScore || section.id !== "changed") && (
              <SectionLink key={section.id} section={section} digit={String(place + 1)} />
            ),
        )}
      </ol>
    </nav>
  )
}

function SectionLink({ section: { id, label }, digit }: { section: AccountSection; digit: string }) {
  useKey(digit, `Go to ${label}`, () => {
    // The address keeps the place, and Tab goes on from there.
    window.location.hash = id
  })
  return (
    <li>
      <a
        href={`#${id}`}
        aria-keyshortcuts={digit}
        className="inline-flex h-6 items-center gap-1.5 rounded-tag text-13 text-ink-2 hover:text-ink hover:underline"
      >
        <span aria-hidden="true" className="text-12 text-muted">
          {digit}
        </span>
        {label}
      </a>
    </li>
  )
}
