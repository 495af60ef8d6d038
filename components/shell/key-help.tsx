"use client"

import { useSyncExternalStore } from "react"
import { keyBoard, keysNow, type LaidKey } from "#components/shell/key-board.ts"
import { KeyCaps } from "#components/shell/key-caps.tsx"
import { ModalDialog } from "#components/shell/modal-dialog.tsx"
import { openOverlay } from "#components/shell/overlay-board.ts"
import { SingleKeySwitch } from "#components/shell/single-key-switch.tsx"
import { Button } from "#components/ui/button.tsx"

const lastGroups = ["Go to", "Everywhere"]
const palette = { key: "Mod+K", words: "Search or jump to a page, an account, a person" }

/** Every key that has an effect on the page behind it, and the switch for single keys. */
export function KeyHelp() {
  const { laid } = useSyncExternalStore(keyBoard.subscribe, keyBoard.now, keyBoard.onServer)
  const keys = keysNow(laid)
  const groups = [...new Set(keys.map(({ group }) => group))].toSorted(
    (a, b) => lastGroups.indexOf(a) - lastGroups.indexOf(b),
  )
  return (
    <ModalDialog label="Keyboard shortcuts" width="w-[44rem]">
      <header className="flex items-center justify-between gap-4 border-b border-hairline py-2 pr-2 pl-4">
        <h2 className="text-16 font-semibold">Keyboard shortcuts</h2>
        <Button variant="quiet" onClick={() => openOverlay(null)}>
          Close
        </Button>
      </header>
      {/* biome-ignore lint/a11y/useSemanticElements: a labelled region of its own would crowd the page's outline */}
      <div
        role="group"
        aria-label="Keys of this page, scrolls"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 overflow-y-auto p-4 outline-offset-[-2px]"
      >
        <div className="sm:columns-2 sm:gap-8">
          {groups.map((group) => (
            <KeyList
              key={group}
              heading={group}
              keys={[
                ...(group === "Everywhere" ? [palette] : []),
                ...keys.filter((each) => each.group === group),
              ]}
            />
          ))}
        </div>
      </div>
      <footer className="border-t border-hairline px-4 py-2">
        <SingleKeySwitch />
        <p className="text-12 text-muted">
          Switched off, only ⌘K, Ctrl K and the usual keys of the browser work.
        </p>
      </footer>
    </ModalDialog>
  )
}

function KeyList({ heading, keys }: { heading: string; keys: readonly Pick<LaidKey, "key" | "words">[] }) {
  return (
    <div className="mb-4 break-inside-avoid">
      <h3 className="pb-1 text-12 text-muted">{heading}</h3>
      <dl>
        {keys.map(({ key, words }) => (
          <div key={key} className="flex min-h-8 items-center justify-between gap-4 text-13">
            <dt>{words}</dt>
            <dd>
              <KeyCaps keys={key} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
