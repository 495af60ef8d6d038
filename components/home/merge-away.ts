import type { TodayRow } from "#components/home/today-row.ts"

export type AwayRow = { readonly row: TodayRow; readonly place: number; readonly words: string }
export type ShownRow = { readonly row: TodayRow; readonly away: string | null }

/** Rows that were just put away stay where they stood, whether or not the server still names them. */
export function mergeAway(rows: readonly TodayRow[], away: readonly AwayRow[]): ShownRow[] {
  const gone = new Set(away.map(({ row }) => row.key))
  const shown: ShownRow[] = rows.filter(({ key }) => !gone.has(key)).map((row) => ({ row, away: null }))
  for (const { row, place, words } of away.toSorted((a, b) => a.place - b.place))
    shown.splice(Math.min(place, shown.length), 0, { row, away: words })
  return shown
}
