import { EmptyState } from "#components/ui/empty-state.tsx"
import { TextLink } from "#components/ui/text-link.tsx"

/** The address names a place in a list of other filters, or of another order. */
export function LostPlaceState({ firstHref }: { firstHref: string }) {
  return (
    <EmptyState
      title="This address names a place in another list"
      action={<TextLink href={firstHref}>Go to the first page</TextLink>}
    >
      The filters or the order were changed in it, or it was cut off.
    </EmptyState>
  )
}
