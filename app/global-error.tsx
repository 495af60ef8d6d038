"use client"

import "./globals.css"
import { FailedPage } from "#components/ui/failed-page.tsx"

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
          <FailedPage title="CS-Ops could not answer" diagnosticId={error.digest} retry={reset} />
        </main>
      </body>
    </html>
  )
}
