"use client"

import { useSearchParams } from "next/navigation"
import { useEffect, useId, useRef, useState, useSyncExternalStore } from "react"
import { keyBoard } from "#components/shell/key-board.ts"
import { ModalDialog } from "#components/shell/modal-dialog.tsx"
import { go } from "#components/shell/navigation-board.ts"
import { openOverlay } from "#components/shell/overlay-board.ts"
import { type PaletteEntry, type PalettePage, paletteEntries } from "#components/shell/palette-entries.ts"
import { PaletteList } from "#components/shell/palette-list.tsx"
import { useFind } from "#components/shell/use-find.ts"
import { Button } from "#components/ui/button.tsx"
import { StatusShape } from "#components/ui/status-shape.tsx"
import { longestFind } from "#lib/find/found.ts"
import { formatCount } from "#lib/format/plural.ts"
import { carried } from "#lib/urls/carried.ts"

/** Pages, actions, accounts and people in one list, by keyboard alone. */
export function Palette({ pages }: { pages: readonly PalettePage[] }) {
  const listId = useId()
  const [typed, setTyped] = useState("")
  const [pointed, setPointed] = useState<string | null>(null)
  // Enter before the answer is there takes the first one as soon as it is.
  const isEager = useRef(false)
  const { laid } = useSyncExternalStore(keyBoard.subscribe, keyBoard.now, keyBoard.onServer)
  const { found, isAsking, failure, askAgain } = useFind(typed)
  const entries = paletteEntries({ typed, pages, laid, found, isStale: isAsking })
  const active = entries.find(({ id }) => id === pointed) ?? entries[0]

  const search = useSearchParams()
  const take = ({ does, section }: PaletteEntry) => {
    openOverlay(null)
    if ("href" in does) go(section === "Pages" ? carried(does.href, search) : does.href)
    // Once the dialog has given the focus back: an action may be about what had it.
    else setTimeout(does.run)
  }
  const move = (by: number) => {
    const place = entries.findIndex(({ id }) => id === active?.id)
    const next = entries[(place + by + entries.length) % entries.length]
    if (!next) return
    setPointed(next.id)
    document.getElementById(next.id)?.scrollIntoView({ block: "nearest" })
  }
  const press = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === "ArrowDown") move(1)
    else if (event.key === "ArrowUp") move(-1)
    else if (event.key === "Enter" && active) take(active)
    else if (event.key === "Enter") isEager.current = isAsking
    else return
    event.preventDefault()
  }
  useEffect(() => {
    if (!isEager.current || isAsking) return
    isEager.current = false
    if (active) take(active)
  })
  return (
    <ModalDialog label="Search or jump to" width="w-[40rem]">
      <input
        type="text"
        role="combobox"
        aria-label="Search or jump to"
        aria-autocomplete="list"
        aria-expanded={entries.length > 0}
        aria-controls={entries.length > 0 ? listId : undefined}
        aria-activedescendant={active?.id}
        autoComplete="off"
        spellCheck={false}
        maxLength={longestFind}
        placeholder="An account, a person, a page, an action"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setPointed(null)
          isEager.current = false
        }}
        onKeyDown={press}
        className="h-12 shrink-0 border-b border-hairline bg-surface px-4 text-16 text-ink outline-none focus-visible:border-focus placeholder:text-muted"
      />
      {entries.length > 0 && (
        <PaletteList id={listId} entries={entries} active={active?.id} onPoint={setPointed} onTake={take} />
      )}
      <footer className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-t border-hairline px-4 py-1 text-12 text-muted">
        <p role="status" className="flex min-w-0 items-center gap-1.5 wrap-anywhere text-ink-2">
          {failure && <StatusShape status="act" />}
          {failure ?? stateWords({ typed, count: entries.length, isAsking })}
        </p>
        {failure && <Button onClick={askAgain}>Search again</Button>}
        <span className="ml-auto max-sm:hidden">↑ ↓ to move, Enter to open, Esc to close</span>
      </footer>
    </ModalDialog>
  )
}

function stateWords({ typed, count, isAsking }: { typed: string; count: number; isAsking: boolean }): string {
  if (typed.trim() === "") return "Type a name to search accounts and people."
  if (isAsking) return "Searching…"
  return count > 0 ? formatCount(count, "result") : `Nothing here is called “${typed.trim()}”.`
}
