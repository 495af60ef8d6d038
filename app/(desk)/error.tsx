"use client"

import { Button } from "#components/ui/button.tsx"
import { ErrorState } from "#components/ui/error-state.tsx"

/** A page failed: what happened, whether work was saved, and the id that finds it in the log. */
export default function DeskError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <ErrorState
      title="This page could not be shown"
      diagnosticId={error.digest}
      action={
        <Button type="button" onClick={reset}>
          Try again
        </Button>
      }
    >
      Nothing that you saved is lost. The database may be restarting; this takes a few seconds.
    </ErrorState>
  )
}
