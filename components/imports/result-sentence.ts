import { countOfKind } from "#components/imports/import-sentences.ts"
import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import type { ImportKind, SyncRunState } from "#lib/imports/schema.ts"

type Counted = {
  readonly kind: ImportKind
  readonly created: number
  readonly updated: number
  readonly rejected: number
  readonly signals: number
}

type Told = Counted & {
  readonly state: SyncRunState
  readonly rowsRead: number
  readonly writtenThrough: number
  readonly takenBack: number
  readonly leftAlone: number
}

/** What became of an import, in one sentence. */
export function resultSentence(run: Told, workspace: string): string {
  const { kind, state, created, updated, rejected, rowsRead } = run
  switch (state) {
    case "done": {
      if (created + updated + run.signals === 0)
        return `Nothing differed from what ${workspace} holds already, so nothing was changed.${leftOut(rejected)}`
      const signals =
        run.signals > 0 && kind !== "signals" ? ` and ${formatCount(run.signals, "signal")}` : ""
      const count = kind === "signals" ? run.signals : created + updated
      return `${countOfKind(count, kind)}${signals} ${count === 1 && !signals ? "was" : "were"} written into ${workspace}.${leftOut(rejected)}`
    }
    case "failed":
      return `The import stopped after row ${formatNumber(run.writtenThrough)}. What was written before stays until you resume or undo.`
    case "undoing":
      return "Everything that this import wrote is being taken back."
    case "undone":
      return run.leftAlone > 0
        ? `Taken back: ${formatCount(run.takenBack, "row")} are as before. ${formatCount(run.leftAlone, "row was", "rows were")} changed by somebody since and left alone.`
        : "Taken back: every row and value is as it was before this import."
    case "discarded":
      return "Discarded before anything was written."
    case "refused":
      return `Refused: none of ${formatCount(rowsRead, "row")} was written.`
    default:
      return "This import is not finished."
  }
}

/** "Undo: takes back 60 accounts and 180 signals"; null when the counts are not known yet. */
export function undoWords({ kind, created, updated, signals }: Omit<Counted, "rejected">): string | null {
  const parts = [
    ...(kind !== "signals" && created + updated > 0 ? [countOfKind(created + updated, kind)] : []),
    ...(signals > 0 ? [formatCount(signals, "signal")] : []),
  ]
  return parts.length > 0 ? `Undo: takes back ${parts.join(" and ")}` : null
}

const leftOut = (rejected: number): string =>
  rejected > 0
    ? ` ${formatCount(rejected, "row was", "rows were")} left out and can be downloaded below.`
    : ""
