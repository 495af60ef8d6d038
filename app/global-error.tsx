"use client"

import "./globals.css"
import { Button } from "#components/ui/button.tsx"
import { ErrorState } from "#components/ui/error-state.tsx"

export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto max-w-3xl p-6">
          <ErrorState
            title="CS-Ops could not answer"
            diagnosticId={error.digest}
            action={
              <Button type="button" onClick={reset}>
                Try again
              </Button>
            }
          >
            Nothing that you saved is lost. The database may be restarting; this takes a few seconds.
          </ErrorState>
        </main>
      </body>
    </html>
  )
}
