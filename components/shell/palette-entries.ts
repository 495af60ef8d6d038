import { keysNow, type LaidKey } from "#components/shell/key-board.ts"
import type { GoTo } from "#components/shell/shell-keys.tsx"
import type { Found } from "#lib/find/found.ts"
import { hasPart, matching } from "#lib/find/match-words.ts"
import { formatCount } from "#lib/format/plural.ts"

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
  places,
  laid,
  found,
  isStale,
}: {
  typed: string
  places: readonly GoTo[]
  laid: readonly LaidKey[]
  found: Found | null
  /** It was found for what was typed before: only what still fits is offered. */
  isStale: boolean
}): PaletteEntry[] {
  const pages = places.map(
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
    ...matching(typed, pages),
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
