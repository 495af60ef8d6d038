import type { FileFacts } from "./file-facts.ts"
import type { ImportKind, Problem, SyncRunState } from "./schema.ts"
import type { ImportSettings } from "./settings.ts"

export type LookedColumn = {
  readonly index: number
  readonly header: string
  /** The first different filled cells, at most five. */
  readonly samples: readonly string[]
  /** The key of a field, "measure" or "ignore". */
  readonly use: string
  readonly isGuess: boolean
  /** Why it is used so, as a sentence. */
  readonly because: string
}

/** A file as a person sees it before they decide what its columns mean. */
export type ImportLook = {
  readonly runId: string
  readonly kind: ImportKind
  readonly state: SyncRunState
  readonly fileName: string
  readonly facts: FileFacts
  readonly columns: readonly LookedColumn[]
  readonly settings: ImportSettings
  /** What was inferred and may be wrong, one sentence each. */
  readonly guesses: readonly string[]
  /** Whether the columns are as they were for the last file with this header, and when that was. */
  readonly wasRemembered: boolean
  readonly rememberedAt: string | null
  /** What is wrong with the header or its mapping. */
  readonly problems: readonly Problem[]
}
