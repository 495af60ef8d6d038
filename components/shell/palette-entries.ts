import { keysNow, type LaidKey } from "#components/shell/key-board.ts"
import type { Found } from "#lib/find/found.ts"
import { hasPart, matching } from "#lib/find/match-words.ts"
import { formatCount } from "#lib/format/plural.ts"

/** A page that can be gone to, with its keys if it has some. */
export type PalettePage = { readonly label: string; readonly href: string; readonly keys: string | null }

export type PaletteEntry = {
  readonly id: string
  readonly section: "Pages" | "Actions" | "Views" | "Accounts" | "People"
  readonly label: string
  readonly note: string | null
  readonly keys: string | null
  readonly does: { readonly href: string } | { readonly run: () => void }
}

/** Keys that move about or need a place to act on are of no use in a list of actions. */
const isAction = ({ key, group, repeats }: LaidKey): boolean =>
  !repeats && group !== "Go to" && !/^(Enter|Space|Escape|\d)$/.test(key)

/** What the palette offers for the typed text: what is known at once first, so that nothing moves when the rest arrives. */
export function paletteEntries({
  typed,
  pages,
  laid,
  found,
  isStale,
}: {
  typed: string
  pages: readonly PalettePage[]
  laid: readonly LaidKey[]
  found: Found | null
  /** It was found for what was typed before: only what still fits is offered. */
  isStale: boolean
}): PaletteEntry[] {
  // Before anything is typed, the pages of the navigation are enough.
  const offered = typed.trim() === "" ? pages.filter(({ keys }) => keys !== null) : pages
  const places = offered.map(
    ({ label, href, keys }): PaletteEntry => ({
      id: `page-${href}`,
      section: "Pages",
      label,
      note: null,
      keys,
      does: { href },
    }),
  )
  const actions = keysNow(laid)
    .filter(isAction)
    .map(
      ({ key, words, run }): PaletteEntry => ({
        id: `action-${key}`,
        section: "Actions",
        label: words,
        note: null,
        keys: key,
        does: { run },
      }),
    )
  return [
    ...matching(typed, places),
    ...matching(typed, actions),
    ...entriesFound(found).filter(({ label }) => !isStale || hasPart(typed, label)),
  ]
}

const entriesFound = (found: Found | null): PaletteEntry[] => [
  ...(found?.views ?? []).map(
    ({ label, note, href }): PaletteEntry => ({
      id: `view-${href}`,
      section: "Views",
      label,
      note: note ?? "Accounts",
      keys: null,
      does: { href },
    }),
  ),
  ...(found?.accounts ?? []).map(
    ({ slug, name, ownerName }): PaletteEntry => ({
      id: `account-${slug}`,
      section: "Accounts",
      label: name,
      note: ownerName === null ? "No owner" : `Owner ${ownerName}`,
      keys: null,
      does: { href: `/accounts/${encodeURIComponent(slug)}` },
    }),
  ),
  ...(found?.people ?? []).map(
    ({ id, name, position, accounts }): PaletteEntry => ({
      id: `person-${id}`,
      section: "People",
      label: name,
      note: `${position}, owns ${accounts === 0 ? "no accounts" : formatCount(accounts, "account")}`,
      keys: null,
      does: { href: `/accounts?owner=${encodeURIComponent(id)}` },
    }),
  ),
]
