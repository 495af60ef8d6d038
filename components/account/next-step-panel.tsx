import { Panel } from "#components/ui/panel.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { formatDay } from "#lib/format/day.ts"
import { formatRelativeDays } from "#lib/format/relative-days.ts"
import type { WhatNext } from "#lib/next-step/next-step.ts"

/** The one thing to do next, why, and where that stands; or that nothing is due, and until when. */
export function NextStepPanel({
  next,
  today,
  isAlone = false,
}: {
  next: WhatNext
  today: string
  /** The evidence does not stand on this page. */
  isAlone?: boolean
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
  const { title, reason, href } = next.step
  return (
    <Panel id="next" title={<span className="wrap-anywhere">Next step: {title}</span>}>
      <p className="max-w-[75ch] wrap-anywhere">
        {reason}
        {!isAlone && (
          <>
            {" "}
            <TextLink href={href}>Show the evidence</TextLink>
          </>
        )}
      </p>
    </Panel>
  )
}
