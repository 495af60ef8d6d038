import { ButtonLink } from "#components/ui/button-link.tsx"
import { EmptyState } from "#components/ui/empty-state.tsx"

export function DraftGone() {
  return (
    <EmptyState
      title="This draft is no longer here."
      action={<ButtonLink href="/admin/health-model">Open the model in force</ButtonLink>}
    >
      It was published, another draft took its place, or its model has a newer version.
    </EmptyState>
  )
}
