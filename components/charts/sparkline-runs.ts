export type SeriesPoint = { readonly place: number; readonly value: number }

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
