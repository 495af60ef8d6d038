"use client"

import Link from "next/link"
import { RankReason } from "#components/home/rank-reason.tsx"
import { SnoozeMenu } from "#components/home/snooze-menu.tsx"
import type { SnoozeChoice, TodayRow } from "#components/home/today-row.ts"
import { Button } from "#components/ui/button.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"

/** One thing to do: what, why now, until when, and the two ways to put it away. */
export function TodayQueueRow({
  row,
  away,
  withOwner,
  choices,
  snoozeRef,
  onMove,
  onDone,
  onSnooze,
  onBringBack,
}: {
  row: TodayRow
  /** What was done with it, in words; null while it is to do. */
  away: string | null
  withOwner: boolean
  choices: readonly SnoozeChoice[]
  snoozeRef: (button: HTMLButtonElement | null) => void
  onMove: (by: 1 | -1) => void
  onDone: () => void
  onSnooze: (choice: SnoozeChoice) => void
  onBringBack: () => void
}) {
  const faded = away === null ? "" : "text-muted"
  return (
    <Tr>
      <RowHead>
        <span className="-mx-1 block max-w-44 truncate 2xl:max-w-64 px-1 py-1" title={row.name}>
          <Link
            href={row.href}
            prefetch={false}
            data-today={row.key}
            onKeyDown={(event) => {
              const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : null
              if (by === null) return
              event.preventDefault()
              onMove(by)
            }}
            className={`rounded-tag underline decoration-control decoration-1 underline-offset-3 hover:decoration-ink hover:decoration-2 ${faded || "text-ink"}`}
          >
            {row.name}
          </Link>
        </span>
      </RowHead>
      <Td isSecondary>{row.kind}</Td>
      <Td wraps>
        <span className={`block min-w-72 ${faded}`}>{away ?? row.why}</span>
      </Td>
      <Td>
        {away === null && (
          <>
            {row.due} {row.late && <span className="text-13 text-muted">({row.late})</span>}
          </>
        )}
      </Td>
      <Td isNumber>
        <span className={faded}>{row.arr}</span>
      </Td>
      {withOwner && <Td isSecondary>{row.ownerName}</Td>}
      <Td isNumber>
        {away === null && <RankReason name={row.name} points={row.points} parts={row.parts} />}
      </Td>
      <Td>
        <span className="flex justify-end print:hidden">
          {away === null ? (
            <>
              <Button variant="quiet" aria-label={`Done: ${row.name}`} aria-keyshortcuts="1" onClick={onDone}>
                Done
              </Button>
              <SnoozeMenu name={row.name} choices={choices} buttonRef={snoozeRef} onChoose={onSnooze} />
            </>
          ) : (
            <Button variant="quiet" aria-label={`Bring back ${row.name}`} onClick={onBringBack}>
              Bring back
            </Button>
          )}
        </span>
      </Td>
    </Tr>
  )
}
