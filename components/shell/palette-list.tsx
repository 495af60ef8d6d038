import { KeyCaps } from "#components/shell/key-caps.tsx"
import type { PaletteEntry } from "#components/shell/palette-entries.ts"

/** The entries under their sections. The focus stays in the field: what is active is told by its id. */
export function PaletteList({
  id,
  entries,
  active,
  onPoint,
  onTake,
}: {
  id: string
  entries: readonly PaletteEntry[]
  active: string | undefined
  onPoint: (entryId: string) => void
  onTake: (entry: PaletteEntry) => void
}) {
  const sections = [...new Set(entries.map(({ section }) => section))]
  return (
    <div id={id} role="listbox" aria-label="Results" className="min-h-0 overflow-y-auto p-2">
      {sections.map((section) => (
        // biome-ignore lint/a11y/useSemanticElements: inside a listbox only a group is a group
        <div key={section} role="group" aria-label={section} className="pb-2">
          <p aria-hidden="true" className="px-2 py-1 text-12 text-muted">
            {section}
          </p>
          {entries
            .filter((entry) => entry.section === section)
            .map((entry) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are pressed in the field above
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field above
              <div
                key={entry.id}
                id={entry.id}
                role="option"
                aria-selected={entry.id === active}
                onPointerMove={() => entry.id !== active && onPoint(entry.id)}
                onClick={() => onTake(entry)}
                className="flex min-h-9 scroll-my-2 cursor-pointer items-center gap-3 rounded-control px-2 text-14 aria-selected:bg-selected forced-colors:aria-selected:outline-2"
              >
                <span className="min-w-0 truncate">{entry.label}</span>
                {entry.note && (
                  <span className="ml-auto max-w-[50%] shrink-0 truncate text-13 text-muted">
                    {entry.note}
                  </span>
                )}
                {entry.keys && (
                  <span className="ml-auto">
                    <KeyCaps keys={entry.keys} />
                  </span>
                )}
              </div>
            ))}
        </div>
      ))}
    </div>
  )
}
