import { Scroller } from "#components/ui/scroller.tsx"
import type { HeatRow } from "#lib/charts/chart-sentences.ts"
import { type HeatEnds, heatMark, heatStep } from "#lib/charts/heat-step.ts"
import { formatNumber } from "#lib/format/number.ts"

const looks = {
  1: "bg-heat-1 text-heat-1-ink",
  2: "bg-heat-2 text-heat-2-ink",
  3: "bg-heat-3 text-heat-3-ink",
  4: "bg-heat-4 text-heat-4-ink",
  5: "bg-heat-5 text-heat-5-ink",
  6: "bg-heat-6 text-heat-6-ink",
} as const

/**
 * Values around a target range, a row for each thing and a column for each period: it is a table, so everybody reads
 * it alike. Every cell prints its number; on paper, where blue and amber look alike, over and under have marks. A
 * missing value is an empty cell with a dashed edge.
 */
export function Heatmap({
  caption,
  rowHeading,
  columns,
  rows,
  ends,
  digits = 0,
}: {
  caption: string
  rowHeading: string
  columns: readonly string[]
  rows: readonly HeatRow[]
  ends: HeatEnds
  digits?: number
}) {
  return (
    <Scroller label={caption}>
      <table className="w-full border-separate border-spacing-0.5 text-13">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="h-7 pr-2 text-left text-12 font-normal text-muted">
              {rowHeading}
            </th>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className="h-7 min-w-9 text-center text-12 font-normal whitespace-nowrap text-muted"
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th
                scope="row"
                title={row.label}
                className="sticky left-0 max-w-40 min-w-24 truncate bg-surface pr-2 text-left text-14 font-normal"
              >
                {row.label}
              </th>
              {columns.map((column, place) => (
                <HeatCell key={column} value={row.values[place] ?? null} ends={ends} digits={digits} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}

function HeatCell({ value, ends, digits }: { value: number | null; ends: HeatEnds; digits: number }) {
  if (value === null) return <td className="h-8 border border-dashed border-hairline" />
  const step = heatStep(value, ends)
  const mark = heatMark(step)
  return (
    <td className={`h-8 px-1 text-center whitespace-nowrap tabular-nums ${looks[step]}`}>
      {formatNumber(value, digits)}
      {mark && (
        <span aria-hidden="true" className="hidden pl-0.5 print:inline forced-colors:inline">
          {mark}
        </span>
      )}
    </td>
  )
}
