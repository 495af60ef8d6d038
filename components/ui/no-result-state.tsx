import { EmptyState } from "#components/ui/empty-state.tsx"
import { TextLink } from "#components/ui/text-link.tsx"

/** The filters leave nothing: they are named, with the way out and the nearest list that has something. */
export function NoResultState({
  noun,
  filters,
  clearHref,
  nearest,
}: {
  noun: string
  /** As the chips name them: "Segment: SMB". */
  filters: readonly string[]
  clearHref: string
  /** The list without the filter that costs most. */
  nearest?: { readonly label: string; readonly href: string }
}) {
  return (
    <EmptyState
      title={`No ${noun} matches ${filters.length === 1 ? "this filter" : "these filters"}`}
      action={
        <div className="flex flex-wrap gap-x-4 gap-y-2">
          <TextLink href={clearHref}>Clear filters</TextLink>
          {nearest && <TextLink href={nearest.href}>{nearest.label}</TextLink>}
        </div>
      }
    >
      <span className="wrap-anywhere">{filters.join(", ")}</span>
    </EmptyState>
  )
}
