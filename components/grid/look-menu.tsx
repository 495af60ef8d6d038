"use client"

import { useRouter } from "next/navigation"
import { useId, useOptimistic, useState, useTransition } from "react"
import { columnsParameter, densityCookie, type GridLook, withParameters } from "#components/grid/grid-look.ts"
import { type Density, densities } from "#components/grid/grid-model.ts"
import { buttonLook } from "#components/ui/button-look.ts"
import { controlLook } from "#components/ui/field.tsx"

const names: Readonly<Record<Density, string>> = {
  default: "Usual rows",
  compact: "Compact rows",
  comfortable: "Tall rows",
}
const secondsPerYear = 31_536_000

/** Which columns the table has and how high its rows are: both stand in the address, the height is remembered too. */
export function LookMenu({
  look,
  columns,
  usual,
  href,
}: {
  look: GridLook
  /** All there are, in the order of the table; the first one cannot be hidden. */
  columns: readonly { readonly id: string; readonly label: string }[]
  usual: readonly string[]
  /** This very list. */
  href: string
}) {
  const id = useId()
  const router = useRouter()
  const [isPending, start] = useTransition()
  const [isOpen, setOpen] = useState(false)
  const [shown, showAtOnce] = useOptimistic(look.columns)
  const [density, setAtOnce] = useOptimistic(look.density)
  const go = (change: Readonly<Record<string, string | undefined>>) =>
    router.replace(withParameters(href, change), { scroll: false })
  const toggle = (column: string) => {
    const next = columns
      .map((each) => each.id)
      .filter((each) => (each === column ? !shown.includes(each) : shown.includes(each)))
    start(() => {
      showAtOnce(next)
      go({ cols: columnsParameter(next, usual) })
    })
  }
  const resize = (next: Density) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API does not exist over plain http
    document.cookie = `${densityCookie}=${next}; path=/; max-age=${secondsPerYear}; samesite=lax`
    start(() => {
      setAtOnce(next)
      go({ density: next })
    })
  }
  return (
    <div className="flex items-center gap-2 print:hidden" aria-busy={isPending}>
      <select
        aria-label="Row height"
        className={`${controlLook} text-13`}
        value={density}
        onChange={(event) => resize(densities.find((each) => each === event.target.value) ?? "default")}
      >
        {densities.map((each) => (
          <option key={each} value={each}>
            {names[each]}
          </option>
        ))}
      </select>
      <button type="button" popoverTarget={id} className={buttonLook("secondary")}>
        Columns
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label="Columns"
        onBeforeToggle={(event) => setOpen(event.newState === "open")}
        className="definition w-56 rounded-panel bg-surface p-3 text-13 text-ink shadow-overlay"
      >
        {isOpen && (
          <fieldset className="flex flex-col">
            <legend className="pb-1 text-12 text-muted">Columns shown</legend>
            {columns.slice(1).map((column) => (
              <label key={column.id} className="flex min-h-7 items-center gap-2">
                <input
                  type="checkbox"
                  className="size-4"
                  checked={shown.includes(column.id)}
                  onChange={() => toggle(column.id)}
                />
                {column.label}
              </label>
            ))}
          </fieldset>
        )}
      </div>
    </div>
  )
}
