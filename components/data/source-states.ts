import type { Status } from "#lib/format/tokens.ts"
import type { SourceState } from "#lib/quality/source-standing.ts"

/** The state of a source as its list and its page name it. Late and failing call for somebody; the others do not. */
export const sourceStates: Readonly<Record<SourceState, { readonly status: Status; readonly word: string }>> =
  {
    failing: { status: "act", word: "Failing" },
    late: { status: "watch", word: "Late" },
    on_time: { status: "good", word: "On time" },
    no_promise: { status: "routine", word: "No promise set" },
    silent: { status: "unknown", word: "Told nothing yet" },
  }
