import type { ImportCheck } from "../imports/import-check.ts"
import type { ImportKind, Problem, SyncRunState } from "../imports/schema.ts"
import type { ImportAnswer } from "./imports.ts"

type Run = {
  readonly id: string
  readonly kind: ImportKind
  readonly state: SyncRunState
  readonly fileName: string
  readonly rowsRead: number
  readonly created: number
  readonly updated: number
  readonly skipped: number
  readonly rejected: number
  readonly signals: number
  readonly writtenThrough: number
  readonly startedAt: Date
  readonly finishedAt: Date | null
  readonly undoUntil: Date | null
  readonly undoneAt: Date | null
  readonly takenBack: number
  readonly leftAlone: number
  readonly problems: readonly Problem[]
  readonly report: ImportCheck | null
}

const isWaiting = ({ state }: Run) => state === "draft" || state === "checked"

/** A run in the words of the public API. */
export function importAnswer(run: Run): ImportAnswer {
  const problems =
    isWaiting(run) && run.report ? [...run.report.problems, ...run.report.warnings] : run.problems
  return {
    run_id: run.id,
    kind: run.kind,
    state: run.state,
    file_name: run.fileName,
    counts:
      isWaiting(run) && run.report
        ? countsOf(run.report)
        : {
            rows: run.rowsRead,
            created: run.created,
            updated: run.updated,
            unchanged: run.skipped,
            rejected: run.rejected,
            signals: run.signals,
          },
    problems: problems.map((problem) => ({ ...problem })),
    written_through_row: run.writtenThrough,
    started_at: run.startedAt.toISOString(),
    finished_at: run.finishedAt?.toISOString() ?? null,
    undo_until: run.undoUntil?.toISOString() ?? null,
    undone_at: run.undoneAt?.toISOString() ?? null,
    taken_back: run.takenBack,
    left_alone: run.leftAlone,
  }
}

export function checkAnswer(
  check: ImportCheck,
  { kind, fileName }: { kind: ImportKind; fileName: string },
): ImportAnswer {
  return {
    run_id: null,
    kind,
    state: check.isWritable ? "checked" : "refused",
    file_name: fileName,
    counts: countsOf(check),
    problems: [...check.problems, ...check.warnings].map((problem) => ({ ...problem })),
    written_through_row: 0,
    started_at: null,
    finished_at: null,
    undo_until: null,
    undone_at: null,
    taken_back: 0,
    left_alone: 0,
  }
}

const countsOf = ({ rows, counts }: ImportCheck): ImportAnswer["counts"] => ({
  rows,
  created: counts.create,
  updated: counts.update,
  unchanged: counts.skip,
  rejected: counts.reject,
  signals: counts.readings,
})
