import type { Status } from "#lib/format/tokens.ts"
import type { SyncRunState } from "#lib/imports/schema.ts"

/** The state of an import as its list and its page name it. */
export const runStates: Record<SyncRunState, { status: Status; word: string }> = {
  draft: { status: "routine", word: "Waits for its mapping" },
  checking: { status: "routine", word: "Being checked" },
  checked: { status: "routine", word: "Checked, not written" },
  writing: { status: "changed", word: "Being written" },
  done: { status: "good", word: "Written" },
  failed: { status: "act", word: "Stopped in the middle" },
  refused: { status: "act", word: "Refused" },
  undoing: { status: "changed", word: "Being undone" },
  undone: { status: "routine", word: "Undone" },
  discarded: { status: "routine", word: "Discarded" },
}
