"use client"

import { useId, useState } from "react"
import { controlLook } from "#components/ui/field.tsx"
import { formatCount } from "#lib/format/plural.ts"

export type OwnerOption = {
  /** Null for nobody. */
  readonly id: string | null
  readonly name: string
  /** Accounts that the person owns now. */
  readonly accounts: number
}

const folded = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()

/** People found by typing, the first one ready to be taken with Enter; arrows go to the others. */
export function OwnerList({
  owners,
  isBusy,
  onChoose,
}: {
  owners: readonly OwnerOption[]
  isBusy: boolean
  onChoose: (owner: OwnerOption) => void
}) {
  const id = useId()
  const [typed, setTyped] = useState("")
  const [place, setPlace] = useState(0)
  const found = owners.filter(({ name }) => folded(name).includes(folded(typed.trim())))
  const current = Math.min(place, found.length - 1)
  const go = (to: number) => {
    const next = Math.min(Math.max(to, 0), found.length - 1)
    setPlace(next)
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" })
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const owner = found[current]
    if (event.key === "ArrowDown") go(current + 1)
    else if (event.key === "ArrowUp") go(current - 1)
    else if (event.key === "Enter" && owner) onChoose(owner)
    else return
    event.preventDefault()
  }
  return (
    <>
      <input
        type="text"
        role="combobox"
        // biome-ignore lint/a11y/noAutofocus: the dialog opens for this one choice
        autoFocus
        aria-label="Owner"
        aria-expanded="true"
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${id}-${current}` : undefined}
        autoComplete="off"
        placeholder="Name of the owner"
        className={`${controlLook} w-full`}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setPlace(0)
        }}
        onKeyDown={onKeyDown}
      />
      <p role="status" className={found.length === 0 ? "text-13 text-muted" : "sr-only"}>
        {found.length === 0 ? `Nobody is called “${typed.trim()}”.` : formatCount(found.length, "owner")}
      </p>
      <div id={id} role="listbox" aria-label="Owners" aria-busy={isBusy} className="max-h-72 overflow-y-auto">
        {found.map((owner, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are those of the field
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
          <div
            key={owner.id ?? "nobody"}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === current}
            onClick={() => onChoose(owner)}
            onPointerMove={() => setPlace(at)}
            className="flex min-h-8 cursor-pointer items-center justify-between gap-4 rounded-control px-2 text-14 aria-selected:bg-selected"
          >
            <span className="min-w-0 truncate">{owner.name}</span>
            {owner.id !== null && (
              <span className="shrink-0 text-12 text-muted tabular-nums">
                {formatCount(owner.accounts, "account")}
              </span>
            )}
          </div>
        ))}
      </div>
    </>
  )
}
