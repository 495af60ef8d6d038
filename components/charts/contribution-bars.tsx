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
 * The same figures stand in a table beside it, or behind it in a `ChartFrame`.
 */
export function ContributionBars({
  contributions,
  summary,
  digits = 1,
}: {
  contributions: readonly Contribution[]
  /** The finding in words, for whoever does not see the bars. */
  summary: string
  digits?: number
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
        className="grid grid-cols-[fit-content(45%)_minmax(9rem,1fr)] gap-x-3"
      >
        <ul aria-hidden="true" className="min-w-0">
          {sorted.map((part) => (
            <li key={part.key} className="truncate text-14" style={{ lineHeight: `${rowHeight}px` }}>
              {part.label}
            </li>
          ))}
        </ul>
        <div className="px-12">
          <svg aria-hidden="true" width="100%" height={height} className="overflow-visible text-14">
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
