"use client"

import { FailedPage } from "#components/ui/failed-page.tsx"

export default function DeskError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return <FailedPage title="This page could not be shown" diagnosticId={error.digest} retry={reset} />
}
