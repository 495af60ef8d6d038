import { formatCount } from "../format/plural.ts"
import type { PreviewMove } from "./preview-move.ts"
import type { ScoreBand } from "./schema.ts"

const rank: Readonly<Record<ScoreBand, number | null>> = { red: 0, yellow: 1, green: 2, insufficient: null }

/** Whether a move is for the better or the worse; "other" where one side has too little data for a band. */
export function moveDirection({ from, to }: Pick<PreviewMove, "from" | "to">): "better" | "worse" | "other" {
  const [before, after] = [rank[from.band], rank[to.band]]
  if (before === null || after === null) return "other"
  return after > before ? "better" : "worse"
}

/** "41 of 500 accounts change band: 30 to a better one, 11 to a worse one." */
export function previewAnswer({
  scored,
  moves,
}: {
  scored: number
  moves: readonly Pick<PreviewMove, "from" | "to">[]
}): string {
  if (moves.length === 0)
    return scored === 0
      ? "No account is scored by this model, so nobody changes band."
      : `None of ${formatCount(scored, "account")} changes band.`
  const { better = [], worse = [], other = [] } = Object.groupBy(moves, moveDirection)
  const parts = [
    better.length > 0 && `${better.length} to a better one`,
    worse.length > 0 && `${worse.length} to a worse one`,
    other.length > 0 && `${other.length} to or from too little data`,
  ].filter(Boolean)
  const verb = moves.length === 1 ? "changes" : "change"
  return `${moves.length} of ${formatCount(scored, "account")} ${verb} band: ${parts.join(", ")}.`
}
