import { ErrorState } from "#components/ui/error-state.tsx"

const words: Readonly<Record<string, { title: string; text: string }>> = {
  invalid_input: {
    title: "The form could not be read",
    text: "It arrived incomplete. Nothing was changed; send it again.",
  },
  no_file: { title: "No file was chosen", text: "Choose a file, then read it." },
  wrong_source: {
    title: "The name of the source cannot be used",
    text: "Use at most 60 lower-case letters, digits, - and _, for example crm.",
  },
  forbidden: {
    title: "This was not done",
    text: "Your role does not allow it, or it was asked for from outside the product.",
  },
  not_found: {
    title: "This import is gone",
    text: "Somebody discarded it, or it belongs to another workspace.",
  },
  conflict: {
    title: "The import has moved on",
    text: "Somebody else, or an earlier press of a button, was quicker. This page shows how it stands now.",
  },
  too_large: {
    title: "The file is too large",
    text: "A file may hold 1 GB. Split it and import the parts one after another: rows that are there already are only updated.",
  },
  too_many_requests: { title: "Too many at once", text: "Wait a moment, then do it again." },
  unavailable: {
    title: "The database did not answer",
    text: "It may be restarting. Nothing that was saved is lost; do it again in a few seconds.",
  },
}

/** What became of a form that failed, by the word in the address; unknown words say nothing. */
export function ToldNote({ told }: { told: string | string[] | undefined }) {
  if (typeof told !== "string") return null
  const known = words[told]
  if (known) return <ErrorState title={known.title}>{known.text}</ErrorState>
  if (!/^[0-9a-f]{8}$/.test(told)) return null
  return (
    <ErrorState title="This was not done" diagnosticId={told}>
      Something failed. The page shows how the import stands now; try once more.
    </ErrorState>
  )
}
