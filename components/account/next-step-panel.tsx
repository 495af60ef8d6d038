import Link from "next/link"
import { buttonLook } from "#components/ui/button-look.ts"
import { Panel } from "#components/ui/panel.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { formatDay } from "#lib/format/day.ts"
import { formatRelativeDays } from "#lib/format/relative-days.ts"
import type { WhatNext } from "#lib/next-step/next-step.ts"
import type { Addressee } from "#lib/stakeholders/whom-to-write.ts"

/** The one thing to do next, why, who by when, and where that stands; or that nothing is due, and until when. */
export function NextStepPanel({
  next,
  today,
  ownerName,
  person,
  path = "",
}: {
  next: WhatNext
  today: string
  ownerName: string | null
  /** Whom to write to; null when nobody is known or may be read. */
  person: Addressee | null
  /** The page on which the evidence stands, when it is another one. */
  path?: string
}) {
  if (next.kind === "nothing") {
    const date = next.next
    return (
      <Panel id="next" title="Next step: nothing is due">
        <p className="max-w-[75ch]">
          {date
            ? `Next: ${date.what}, ${formatDay(date.on, today)} (${formatRelativeDays(date.on, today)}).`
            : "No day is known on which something will be."}
        </p>
      </Panel>
    )
  }
  const { rule, title, reason, href } = next.step
  const { by } = next
  // Data are not brought in by writing to the customer.
  const addressee = rule === "oldData" ? null : person
  return (
    <Panel id="next" title={<span className="wrap-anywhere">Next step: {title}</span>}>
      <p className="max-w-[75ch] wrap-anywhere">{reason}</p>
      <p className="max-w-[75ch] text-13 text-ink-2 wrap-anywhere">
        Who: {ownerName ?? "nobody yet"}.
        {by && ` By ${formatDay(by.on, today)} (${formatRelativeDays(by.on, today)}): ${by.what}.`}
      </p>
      <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
        {addressee ? (
          <>
            <a href={mailTo(addressee.email)} className={buttonLook("secondary")}>
              Write to {addressee.name}
            </a>
            <TextLink href={`${path}${href}`}>Show the evidence</TextLink>
          </>
        ) : (
          <Link href={`${path}${href}`} prefetch={false} className={buttonLook("secondary")}>
            Show the evidence
          </Link>
        )}
      </p>
    </Panel>
  )
}

/** The at sign stands as it is in such an address; whatever else is in it cannot add a header. */
const mailTo = (email: string) => `mailto:${encodeURIComponent(email).replaceAll("%40", "@")}`
