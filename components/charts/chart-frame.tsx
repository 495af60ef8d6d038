"use client"

import { type KeyboardEvent, useId, useState } from "react"
import { FiguresTable } from "#components/charts/figures-table.tsx"
import type { ChartTable } from "#lib/charts/chart-table.ts"
import { csvText } from "#lib/charts/csv-text.ts"

const looks = {
  2: { frame: "rounded-panel border border-hairline bg-surface p-4", title: "text-16 font-semibold" },
  3: { frame: "", title: "text-14 font-medium" },
} as const

/**
 * Around every chart: the finding as its title; measure, unit and period under it; the same figures as a table (key T
 * while the focus is inside), as a file, and a link to this chart. With level 2 it is a panel by itself, with level 3
 * it stands in one. The chart itself is given, drawn on the server where it can be.
 */
export function ChartFrame({
  id,
  title,
  subtitle,
  table,
  level = 2,
  children,
}: {
  /** Names the chart in links and in the file; unique on its page. */
  id: string
  title: string
  subtitle: React.ReactNode
  table: ChartTable
  level?: 2 | 3
  children: React.ReactNode
}) {
  const [isTable, setIsTable] = useState(false)
  const [told, setTold] = useState("")
  const titleId = useId()
  const Heading = `h${level}` as const

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isTyping = event.target instanceof Element && event.target.closest("input, select, textarea")
    if (event.key.toLowerCase() !== "t" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return
    event.preventDefault()
    setIsTable(!isTable)
  }
  const copyLink = () => {
    const link = new URL(window.location.href)
    link.hash = id
    const copied = "clipboard" in navigator ? navigator.clipboard.writeText(link.href) : Promise.reject()
    copied.then(
      () => setTold("Link copied."),
      () => {
        window.location.hash = id
        setTold("The address bar has the link.")
      },
    )
  }

  return (
    <figure
      id={id}
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
      className={`min-w-0 scroll-mt-16 ${looks[level].frame}`}
    >
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0 flex-1 basis-60">
          <Heading id={titleId} className={`wrap-anywhere ${looks[level].title}`}>
            {title}
          </Heading>
          <p className="max-w-[75ch] text-13 text-muted">{subtitle}</p>
        </div>
        <div className="-mx-2 flex flex-wrap items-center print:hidden">
          <p role="status" className="px-2 text-12 text-muted empty:hidden">
            {told}
          </p>
          <FrameButton isPressed={isTable} keys="T" onClick={() => setIsTable(!isTable)}>
            Table
          </FrameButton>
          <FrameButton onClick={() => download(`${id}.csv`, csvText(table))}>CSV</FrameButton>
          <FrameButton onClick={copyLink}>Copy link</FrameButton>
        </div>
      </div>
      <div className="mt-3">
        <div hidden={isTable}>{children}</div>
        {isTable && <FiguresTable {...table} />}
      </div>
    </figure>
  )
}

function FrameButton({
  isPressed,
  keys,
  onClick,
  children,
}: {
  isPressed?: boolean
  keys?: string
  onClick: () => void
  children: React.ReactNode
}) {
  return (
    <button
      type="button"
      aria-pressed={isPressed}
      aria-keyshortcuts={keys}
      onClick={onClick}
      className="inline-flex h-6 items-center rounded-tag px-2 text-12 whitespace-nowrap text-muted hover:bg-sunken hover:text-ink aria-pressed:bg-sunken aria-pressed:font-medium aria-pressed:text-ink"
    >
      {children}
    </button>
  )
}

/** The mark at the start tells spreadsheets that the file is UTF-8. */
function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([`\uFEFF${text}`], { type: "text/csv;charset=utf-8" }))
  const link = document.createElement("a")
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
