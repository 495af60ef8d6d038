import { ChartTable } from "#components/charts/chart-table.tsx"
import { formatSigned } from "#lib/format/number.ts"

export type Contribution = {
  readonly key: string
  readonly label: string
  /** Signed; its unit is named by the chart. */
  readonly amount: number
}

const rowHeight = 26
const barHeight = 17
const labelGap = 6

/**
 * How much each part adds or takes away: bars from one zero line, the largest first, the amount at the end of
 * its bar. Direction and sign say what the colour says. Lengths are shares of the width, text stays at its size.
 */
export function ContributionBars({
  contributions,
  summary,
  unit,
  digits = 1,
  noun,
}: {
  contributions: readonly Contribution[]
  /** The finding in words, for whoever does not see the bars. */
  summary: string
  /** Plural, such as "points". */
  unit: string
  digits?: number
  /** What one row is, as the head of the table's first column. */
  noun: string
}) {
  const sorted = contributions.toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount))
  const lowest = Math.min(0, ...sorted.map((part) => part.amount))
  const span = Math.max(0, ...sorted.map((part) => part.amount)) - lowest || 1
  const share = (amount: number) => (amount / span) * 100
  const zero = share(-lowest)
  const height = sorted.length * rowHeight
  return (
    <div>
      <div
        role="img"
        aria-label={summary}
        className="grid grid-cols-[minmax(7rem,auto)_minmax(8rem,1fr)] gap-x-3"
      >
        <ul aria-hidden="true">
          {sorted.map((part) => (
            <li key={part.key} className="truncate text-14" style={{ lineHeight: `${rowHeight}px` }}>
              {part.label}
            </li>
          ))}
        </ul>
        <div className="px-12">
          <svg aria-hidden="true" width="100%" height={height} className="overflow-visible text-13">
            {sorted.map((part, place) => (
              <ContributionBar
                key={part.key}
                text={formatSigned(part.amount, digits)}
                isNegative={part.amount < 0}
                zero={zero}
                length={Math.abs(share(part.amount))}
                top={place * rowHeight}
              />
            ))}
            <line x1={`${zero}%`} x2={`${zero}%`} y1={0} y2={height} stroke="var(--control)" />
          </svg>
        </div>
      </div>
      <ChartTable
        caption={summary}
        columns={[noun, unit]}
        rows={sorted.map((part) => ({
          key: part.key,
          cells: [part.label, formatSigned(part.amount, digits)],
        }))}
      />
    </div>
  )
}

function ContributionBar({
  text,
  isNegative,
  zero,
  length,
  top,
}: {
  text: string
  isNegative: boolean
  zero: number
  length: number
  top: number
}) {
  const end = isNegative ? zero - length : zero + length
  return (
    <>
      <rect
        x={`${isNegative ? end : zero}%`}
        y={top + (rowHeight - barHeight) / 2}
        width={`${length}%`}
        height={barHeight}
        fill={isNegative ? "var(--act-mark)" : "var(--good-mark)"}
      />
      <text
        x={`${end}%`}
        dx={isNegative ? -labelGap : labelGap}
        y={top + rowHeight / 2}
        dominantBaseline="central"
        textAnchor={isNegative ? "end" : "start"}
        fill="var(--ink)"
      >
        {text}
      </text>
    </>
  )
}
