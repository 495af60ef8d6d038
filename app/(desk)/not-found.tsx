import { EmptyState } from "#components/ui/empty-state.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { TextLink } from "#components/ui/text-link.tsx"

export default function NotFoundInDesk() {
  return (
    <>
      <PageHead title="Not found" />
      <EmptyState title="This address does not exist, or not in this workspace.">
        <TextLink href="/accounts">All accounts</TextLink>
      </EmptyState>
    </>
  )
}
