export type SeriesPoint = { readonly place: number; readonly value: number }

/**
 * A stretch in pieces that are drawn alike: a piece that touches a judged value is judged. Pieces share their ends, so
 * that the line does not break between them.
 */
export function judgedPieces(
  run: readonly SeriesPoint[],
  judged: readonly boolean[],
): { readonly points: SeriesPoint[]; readonly isJudged: boolean }[] {
  const pieces: { points: SeriesPoint[]; isJudged: boolean }[] = []
  for (const [index, point] of run.slice(1).entries()) {
    const before = run[index]!
    const isJudged = (judged[before.place] ?? false) || (judged[point.place] ?? false)
    const last = pieces.at(-1)
    if (last?.isJudged === isJudged) last.points.push(point)
    else pieces.push({ points: [before, point], isJudged })
  }
  return pieces
}

/** The stretches of a series without a gap, in order; each point keeps its place. */
export function sparklineRuns(values: readonly (number | null)[]): SeriesPoint[][] {
  const runs: SeriesPoint[][] = []
  let previous: number | null = null
  for (const [place, value] of values.entries()) {
    if (value !== null) {
      if (previous === null) runs.push([])
      runs.at(-1)!.push({ place, value })
    }
    previous = value
  }
  return runs
}
