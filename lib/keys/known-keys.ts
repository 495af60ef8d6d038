import { places } from "./places.ts"

/** A key with its words, the heading it stands under, and the page where it has an effect. */
export type KnownKey = {
  readonly key: string
  readonly words: string
  readonly group: string
  readonly page: "everywhere"
}

const everywhere = { group: "Everywhere", page: "everywhere" } as const

/** The frame's own keys, by what they do. Keys of a page are laid down by that page. */
export const frameKeys = {
  help: { key: "?", words: "Show keyboard shortcuts", ...everywhere },
  copyLink: { key: "C", words: "Copy link to this view", ...everywhere },
  undo: { key: "Z", words: "Undo the last change", ...everywhere },
} as const satisfies Record<string, KnownKey>

/** Every key that has an effect on all pages. */
export const knownKeys: readonly KnownKey[] = [
  ...Object.values(frameKeys),
  ...places.map(({ keys, label }) => ({
    key: keys,
    words: `Go to ${label}`,
    group: "Go to",
    page: "everywhere" as const,
  })),
]
