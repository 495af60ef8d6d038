"use client"

import { useRouter } from "next/navigation"
import { useEffect, useRef, useState } from "react"
import { useKey } from "#components/shell/use-key.ts"
import { Button } from "#components/ui/button.tsx"

/** A panel beside the list. It takes the focus when it opens; Space or Esc closes it and gives the focus back. */
export function PeekFrame({
  label,
  slug,
  closeHref,
  children,
}: {
  label: string
  /** What names its row in addresses. */
  slug: string
  closeHref: string
  children: React.ReactNode
}) {
  const router = useRouter()
  const panel = useRef<HTMLElement>(null)
  const [closed, setClosed] = useState<string | null>(null)
  useEffect(() => {
    panel.current?.focus()
    setClosed((was) => (was === slug ? was : null))
  }, [slug])
  const close = () => {
    setClosed(slug)
    document.querySelector<HTMLElement>(`[data-slug="${CSS.escape(slug)}"] [data-row-link]`)?.focus()
    router.push(closeHref, { scroll: false })
  }
  const isOpen = closed !== slug
  useKey("Escape", "Close the panel", close, { isOff: !isOpen })
  if (!isOpen) return null
  return (
    <aside
      ref={panel}
      aria-label={label}
      tabIndex={-1}
      onKeyDown={(event) => {
        const isSpace = event.key === " " && event.target === panel.current
        if (event.key !== "Escape" && !isSpace) return
        event.preventDefault()
        close()
      }}
      className="fixed inset-y-0 top-12 right-0 z-30 flex w-120 max-w-full flex-col gap-4 overflow-y-auto border-l border-hairline bg-surface p-6 shadow-overlay -outline-offset-2 print:hidden"
    >
      <div className="absolute top-4 right-4">
        <Button variant="quiet" onClick={close} aria-keyshortcuts="Escape">
          Close
        </Button>
      </div>
      {children}
    </aside>
  )
}
