"use client"

import { type KeyboardEvent, useCallback, useId, useRef, useState } from "react"
import { ChartMenu } from "#components/charts/chart-menu.tsx"
import { FiguresTable } from "#components/charts/figures-table.tsx"
import { useFullScreen } from "#components/charts/use-full-screen.ts"
import { useTurnKey } from "#components/charts/use-turn-key.ts"
import type { ChartTable } from "#lib/charts/chart-table.ts"

const looks = {
  2: { frame: "rounded-panel border border-hairline bg-surface p-4", title: "text-16 font-semibold" },
  3: { frame: "bg-surface", title: "text-14 font-medium" },
} as const

/** In full screen the drawing grows as a whole, so that lines, dots and words keep their proportions. */
const fullScreen =
  "[&:popover-open]:m-0 [&:popover-open]:size-full [&:popover-open]:rounded-none [&:popover-open]:border-0 [&:popover-open]:p-8 [&:popover-open]:text-ink"
const enlarged = "in-[:popover-open]:w-2/3 in-[:popover-open]:origin-top-left in-[:popover-open]:scale-150"

/**
 * Around every chart: the finding as its title; measure, unit and period under it; the same figures as a table (key T
 * while the focus is inside), and in one small menu as a file, a link, an image and over the whole screen. With level 2
 * it is a panel by itself, with level 3 it stands in one. The chart itself is given, drawn on the server where it can be.
 */
export function ChartFrame({
  id,
  title,
  subtitle,
  table,
  level = 2,
  notes,
  after,
  children,
}: {
  /** Names the chart in links and in the file; unique on its page. */
  id: string
  title: React.ReactNode
  subtitle: React.ReactNode
  table: ChartTable
  level?: 2 | 3
  /** Definitions of what is drawn, beside the menu. */
  notes?: React.ReactNode
  /** What stands under the chart and stays when it is turned into its table. */
  after?: React.ReactNode
  children: React.ReactNode
}) {
  const [isTable, setIsTable] = useState(false)
  const figure = useRef<HTMLElement>(null)
  const full = useFullScreen(figure)
  const titleId = useId()
  const Heading = `h${level}` as const
  const turn = useCallback(() => setIsTable((was) => !was), [])
  useTurnKey(figure, turn)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isTyping = event.target instanceof Element && event.target.closest("input, select, textarea")
    if (event.key.toLowerCase() !== "t" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return
    event.preventDefault()
    event.currentTarget.querySelector<HTMLElement>(":popover-open")?.hidePopover()
    turn()
  }
  return (
    <figure
      ref={figure}
      id={id}
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
      className={`min-w-0 scroll-mt-16 ${looks[level].frame} ${fullScreen}`}
    >
      <div className="flex items-start justify-between gap-x-4">
        <div className="min-w-0 flex-1">
          <Heading id={titleId} data-chart-title className={`wrap-anywhere ${looks[level].title}`}>
            {title}
          </Heading>
          <p data-chart-subtitle className="max-w-[75ch] text-13 text-muted">
            {subtitle}
          </p>
        </div>
        <div className="flex shrink-0 items-center print:hidden">
          {notes}
          <ChartMenu
            id={id}
            titleId={titleId}
            figure={figure}
            table={table}
            isTable={isTable}
            onTurn={turn}
            full={full}
          />
        </div>
      </div>
      <div className="mt-3">
        <div data-chart-body hidden={isTable} className={enlarged}>
          {children}
        </div>
        {isTable && <FiguresTable {...table} />}
      </div>
      {after && <div className="in-[:popover-open]:hidden">{after}</div>}
    </figure>
  )
}
