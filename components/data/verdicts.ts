import type { Status } from "#lib/format/tokens.ts"
import type { Verdict } from "#lib/quality/standing.ts"

export const verdictWords: Readonly<Record<Verdict, { readonly status: Status; readonly word: string }>> = {
  met: { status: "good", word: "Met" },
  not_met: { status: "watch", word: "Not met" },
  no_rows: { status: "unknown", word: "No rows yet" },
  not_measured: { status: "unknown", word: "Not measured yet" },
}
