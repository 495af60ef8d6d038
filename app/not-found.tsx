import { EmptyState } from "#components/ui/empty-state.tsx"
import { TextLink } from "#components/ui/text-link.tsx"

export const metadata = { title: "Not found" }

export default function NotFoundPage() {
  return (
    <main className="mx-auto flex max-w-3xl flex-col gap-4 p-6">
      <h1 className="text-20 font-semibold">Nothing is here</h1>
      <EmptyState title="This address does not exist, or not in this workspace.">
        <TextLink href="/accounts">All accounts</TextLink>
      </EmptyState>
    </main>
  )
}
