"use client"

import { useId, useRef } from "react"
import type { TodayRow } from "#components/home/today-row.ts"
import { formatSigned } from "#lib/format/number.ts"

const leavesAfterMs = 150

/** Why a row stands where it stands: shown while the pointer or the focus is on its points, gone with Esc. */
export function RankReason({ name, points, parts }: Pick<TodayRow, "name" | "points" | "parts">) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined)
  const show = () => {
    clearTimeout(leaving.current)
    if (!box.current || !button.current || box.current.matches(":popover-open")) return
    box.current.showPopover({ source: button.current })
  }
  const hide = () => {
    clearTimeout(leaving.current)
    if (box.current?.matches(":popover-open")) box.current.hidePopover()
  }
  return (
    <span
      onPointerEnter={show}
      onPointerLeave={() => {
        leaving.current = setTimeout(hide, leavesAfterMs)
      }}
    >
      <button
        ref={button}
        type="button"
        aria-label={`${points} points: why ${name} stands here`}
        aria-describedby={id}
        onFocus={show}
        onBlur={hide}
        onKeyDown={(event) => event.key === "Escape" && hide()}
        className="inline-flex h-6 min-w-8 items-center justify-end rounded-tag px-1 tabular-nums underline decoration-control decoration-dotted underline-offset-3 hover:bg-sunken"
      >
        {points}
      </button>
      <div
        ref={box}
        id={id}
        popover="manual"
        role="tooltip"
        className="definition rounded-panel bg-surface p-3 text-left text-13 font-normal text-ink shadow-overlay"
      >
        <span className="block font-medium">Why here: {points} points</span>
        {parts.map(({ words, points: part }) => (
          <span key={words} className="flex justify-between gap-6 text-ink-2 tabular-nums">
            <span>{words}</span>
            <span>{formatSigned(part)}</span>
          </span>
        ))}
      </div>
    </span>
  )
}
