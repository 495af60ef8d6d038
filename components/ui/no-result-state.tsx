import { EmptyState } from "#components/ui/empty-state.tsx"
import { TextLink } from "#components/ui/text-link.tsx"

/** The filters leave nothing: they are named, with the way out and how many there are without each of them. */
export function NoResultState({
  noun,
  filters,
  clearHref,
  nearest,
  whole,
}: {
  noun: string
  /** As the chips name them: "Segment: SMB". */
  filters: readonly string[]
  clearHref: string
  /** The lists without one of the filters that have something: "3 match". */
  nearest: readonly { readonly label: string; readonly href: string; readonly says: string }[]
  /** "512 accounts" */
  whole?: string
}) {
  return (
    <EmptyState
      title={`No ${noun} matches these filters`}
      action={<TextLink href={clearHref}>Clear filters</TextLink>}
    >
      <p className="wrap-anywhere">{filters.join(" and ")}.</p>
      {nearest.map(({ label, href, says }) => (
        <p key={label} className="wrap-anywhere">
          <TextLink href={href}>
            {says} without “{label}”
          </TextLink>
        </p>
      ))}
      {whole && <p>{whole} without any filter.</p>}
    </EmptyState>
  )
}
