"use client"

import { useEffect, useState } from "react"
import { copyText } from "#components/shell/copy-text.ts"
import { Button } from "#components/ui/button.tsx"
import { ErrorState } from "#components/ui/error-state.tsx"

/** A page failed: what, when, whether work was saved, how to go on, and the id that finds it in the log. */
export function FailedPage({
  title,
  diagnosticId,
  retry,
}: {
  title: string
  diagnosticId: string | undefined
  retry: () => void
}) {
  const [at, setAt] = useState<string | null>(null)
  const [copied, setCopied] = useState<"copied" | "refused" | null>(null)
  // Known in the browser alone: the hour of the reader, who tells it to somebody.
  useEffect(() => setAt(new Date().toTimeString().slice(0, 5)), [])
  const copy = () =>
    // Where it is refused, the id stays to be selected.
    copyText(diagnosticId ?? "").then((isCopied) => setCopied(isCopied ? "copied" : "refused"))
  return (
    <ErrorState
      title={title}
      diagnosticId={diagnosticId}
      action={
        <>
          <Button onClick={retry}>Try again</Button>
          {diagnosticId && (
            <Button variant="quiet" onClick={() => void copy()}>
              Copy the id
            </Button>
          )}
          <span role="status" className="self-center text-13 text-muted">
            {copied === "copied" && "Copied."}
            {copied === "refused" && "This browser does not let it be copied: select it above."}
          </span>
        </>
      }
    >
      {at && `At ${at}. `}Nothing that you saved is lost. The database may be restarting; this takes a few
      seconds.
    </ErrorState>
  )
}
