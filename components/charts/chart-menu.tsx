"use client"

import { type RefObject, useId, useState } from "react"
import { download } from "#components/charts/download.ts"
import { copyText } from "#components/shell/copy-text.ts"
import type { ChartTable } from "#lib/charts/chart-table.ts"
import { csvText } from "#lib/charts/csv-text.ts"

/** What can be done with a chart, behind one button, so that the chart stays calm. Esc closes it and gives the focus back. */
export function ChartMenu({
  id,
  titleId,
  figure,
  table,
  isTable,
  onTurn,
  full,
}: {
  id: string
  titleId: string
  figure: RefObject<HTMLElement | null>
  table: ChartTable
  isTable: boolean
  onTurn: () => void
  full: { readonly isFull: boolean; readonly turn: () => void }
}) {
  const [wasOpened, setOpened] = useState(false)
  const [told, setTold] = useState("")
  const menuId = useId()
  const buttonId = useId()
  const copyLink = async () => {
    const link = new URL(globalThis.location.href)
    link.hash = id
    if (await copyText(link.href)) return setTold("Link copied.")
    globalThis.location.hash = id
    setTold("The address bar has the link.")
  }
  const giveImage = async () => {
    if (!figure.current) return
    // Asked for at once, and drawn behind it: browsers let pages copy right after a click only.
    const image = drawn(figure.current)
    try {
      await navigator.clipboard.write([new ClipboardItem({ "image/png": image })])
      setTold("Image copied.")
    } catch {
      const blob = await image.catch(() => null)
      if (blob) download(`${id}.png`, blob)
      setTold(blob ? "Image saved as a file." : "This browser cannot draw the image.")
    }
  }
  const saveRows = () =>
    // The mark at the start tells spreadsheets that the file is UTF-8.
    download(`${id}.csv`, new Blob([`\uFEFF${csvText(table)}`], { type: "text/csv;charset=utf-8" }))

  return (
    <>
      <p role="status" className="px-2 text-12 text-muted empty:hidden">
        {told}
      </p>
      <button
        id={buttonId}
        type="button"
        data-full-focus
        popoverTarget={menuId}
        aria-labelledby={`${buttonId} ${titleId}`}
        aria-label="Chart menu:"
        aria-keyshortcuts="T"
        title="Chart menu. T turns the chart into its table"
        className="inline-flex size-6 items-center justify-center rounded-tag text-muted hover:bg-sunken hover:text-ink"
      >
        <svg aria-hidden="true" width="14" height="14" viewBox="0 0 14 14" fill="currentColor">
          <circle cx="2" cy="7" r="1.4" />
          <circle cx="7" cy="7" r="1.4" />
          <circle cx="12" cy="7" r="1.4" />
        </svg>
      </button>
      <div
        id={menuId}
        popover="auto"
        role="dialog"
        aria-labelledby={`${buttonId} ${titleId}`}
        onBeforeToggle={(event) => {
          if (event.newState === "open") setOpened(true)
        }}
        onToggle={(event) => {
          if (event.newState === "open") event.currentTarget.querySelector("button")?.focus()
        }}
        className="definition rounded-panel bg-surface p-1 shadow-overlay"
      >
        {wasOpened && (
          <div className="flex flex-col items-stretch">
            <Item of={menuId} keys="T" onClick={onTurn}>
              {isTable ? "Show chart" : "Show table"}
            </Item>
            <Item of={menuId} onClick={saveRows}>
              Download CSV
            </Item>
            <Item of={menuId} onClick={() => void giveImage()}>
              Copy image
            </Item>
            <Item of={menuId} onClick={() => void copyLink()}>
              Copy link
            </Item>
            <Item of={menuId} onClick={full.turn}>
              {full.isFull ? "Leave full screen" : "Full screen"}
            </Item>
          </div>
        )}
      </div>
    </>
  )
}

/** The code that draws is fetched when somebody first asks for an image. */
const drawn = (figure: HTMLElement): Promise<Blob> =>
  import("#components/charts/image/chart-image.ts").then(({ chartImage }) => chartImage(figure, new Date()))

function Item({
  of,
  keys,
  onClick,
  children,
}: {
  of: string
  keys?: string
  onClick: () => void
  children: React.ReactNode
}) {
  return (
    <button
      type="button"
      popoverTarget={of}
      popoverTargetAction="hide"
      onClick={onClick}
      className="flex h-8 items-center justify-between gap-6 rounded-control px-3 text-left text-13 text-ink hover:bg-sunken"
    >
      {children}
      {keys && (
        <span aria-hidden="true" className="text-12 text-muted">
          {keys}
        </span>
      )}
    </button>
  )
}
