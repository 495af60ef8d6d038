import { SubmitButton } from "#components/ui/submit-button.tsx"

export function SignOutForm({ action }: { action: () => Promise<void> }) {
  return (
    <form action={action}>
      <SubmitButton variant="secondary" pendingLabel="Signing out…">
        Sign out
      </SubmitButton>
    </form>
  )
}
