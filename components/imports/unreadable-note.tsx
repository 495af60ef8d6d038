import { withFullStop } from "#components/imports/full-stop.ts"
import { ErrorState } from "#components/ui/error-state.tsx"

/** Why a file could not be read, and how to make it readable. Another one can be chosen below. */
export function UnreadableNote({
  fileName,
  message,
  fix,
}: {
  fileName: string
  message: string
  fix: string
}) {
  return (
    <ErrorState title={`“${fileName}” cannot be read`}>
      <p className="wrap-anywhere">{withFullStop(message)}</p>
      <p className="mt-1 wrap-anywhere">
        {withFullStop(fix)} Nothing was written. Choose another file below.
      </p>
    </ErrorState>
  )
}
