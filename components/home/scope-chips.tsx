import { FilterChip } from "#components/ui/filter-chip.tsx"

/** What the scope of the frame leaves, each part with its way out. */
export function ScopeChips({
  chips,
}: {
  chips: readonly { readonly key: string; readonly label: string; readonly href: string }[]
}) {
  if (chips.length === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-13 text-muted">Only</span>
      {chips.map(({ key, label, href }) => (
        <FilterChip key={key} label={label} removeHref={href} />
      ))}
    </div>
  )
}
