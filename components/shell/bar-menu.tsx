"use client"

import { usePathname, useSearchParams } from "next/navigation"
import { useId, useRef, useState } from "react"
import { go } from "#components/shell/navigation-board.ts"
import { Button } from "#components/ui/button.tsx"
import { withFrame } from "#lib/urls/carried.ts"

/** A choice of the bar that stands in the address: a button with what holds now, and a small form under it. */
export function BarMenu({
  label,
  words,
  read,
  submit,
  onOpen,
  children,
}: {
  label: string
  words: string
  /** What the form says, by the parameters of the address; an empty one is taken off, one left out stays. */
  read: (textOf: (name: string) => string | null) => Readonly<Record<string, string>>
  submit: string
  onOpen?: () => void
  children: React.ReactNode
}) {
  const id = useId()
  const path = usePathname()
  const search = useSearchParams()
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const show = (form: FormData) => {
    box.current?.hidePopover()
    go(
      withFrame(
        path,
        new URLSearchParams(search),
        read((name) => textIn(form, name)),
      ),
    )
  }
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="flex h-8 min-w-0 max-w-56 items-center gap-1 rounded-control px-2 text-13 text-ink-2 hover:bg-sunken hover:text-ink"
      >
        <span className="text-muted">{label}</span> <span className="truncate">{words}</span>
        <svg aria-hidden="true" width="10" height="10" viewBox="0 0 10 10" fill="none" className="shrink-0">
          <path d="m2 3.5 3 3 3-3" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
        </svg>
      </button>
      <div
        ref={box}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        onToggle={({ newState }) => {
          setOpen(newState === "open")
          if (newState === "open") onOpen?.()
        }}
        className="definition w-64 rounded-panel bg-surface p-4 text-ink shadow-overlay"
      >
        {/* Drawn anew each time, so that its fields say what the address says. */}
        {isOpen && (
          <form
            onSubmit={(event) => {
              event.preventDefault()
              show(new FormData(event.currentTarget))
            }}
            className="flex flex-col gap-3"
          >
            {children}
            <Button type="submit">{submit}</Button>
          </form>
        )}
      </div>
    </>
  )
}

function textIn(form: FormData, name: string): string | null {
  const value = form.get(name)
  return typeof value === "string" ? value : null
}
