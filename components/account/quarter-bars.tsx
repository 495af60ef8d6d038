import { Scroller } from "#components/ui/scroller.tsx"
import type { QuarterMovement } from "#lib/contracts/movements-by-quarter.ts"
import { formatMoney } from "#lib/format/money.ts"

const barWidth = 40
const step = 72
const plotHeight = 96
const labelHeight = 20

/** Bars from a zero line, one for each quarter, its amount at its end. The quarter of today is hollow: more may come. */
export function QuarterBars({
  quarters,
  currency,
  summary,
}: {
  quarters: readonly QuarterMovement[]
  currency: string
  /** The finding in words, for whoever does not see the bars. */
  summary: string
}) {
  const amounts = quarters.map(({ amountCents }) => amountCents)
  const highest = Math.max(0, ...amounts)
  const span = highest - Math.min(0, ...amounts) || 1
  const zero = labelHeight + (highest / span) * plotHeight
  const width = quarters.length * step
  return (
    <Scroller label="ARR movements by quarter">
      <svg
        role="img"
        aria-label={summary}
        width={width}
        height={plotHeight + labelHeight * 4}
        className="block text-12"
      >
        {quarters.map(({ quarter, amountCents, isSoFar }, place) => {
          const length = (Math.abs(amountCents) / span) * plotHeight
          const isFall = amountCents < 0
          const middle = place * step + step / 2
          return (
            <g key={quarter}>
              <rect
                x={middle - barWidth / 2}
                y={isFall ? zero : zero - length}
                width={barWidth}
                height={length}
                fill={isSoFar ? "none" : isFall ? "var(--act-mark)" : "var(--good-mark)"}
                stroke={isFall ? "var(--act-mark)" : "var(--good-mark)"}
              />
              <text
                x={middle}
                y={isFall ? zero + length + 14 : zero - length - 5}
                textAnchor="middle"
                fill="var(--ink)"
              >
                {amountCents === 0 ? "0" : signed(amountCents, currency)}
              </text>
              <text x={middle} y={plotHeight + labelHeight * 3} textAnchor="middle" fill="var(--muted)">
                {quarterWords(quarter)}
              </text>
              {isSoFar && (
                <text
                  x={middle}
                  y={plotHeight + labelHeight * 3 + 15}
                  textAnchor="middle"
                  fill="var(--muted)"
                >
                  so far
                </text>
              )}
            </g>
          )
        })}
        <line x1={0} x2={width} y1={zero} y2={zero} stroke="var(--control)" />
      </svg>
    </Scroller>
  )
}

const signed = (cents: number, currency: string): string =>
  `${cents > 0 ? "+" : ""}${formatMoney(cents, currency)}`

/** "2026-Q4" as "Q4 2026". */
const quarterWords = (quarter: string): string => `${quarter.slice(5)} ${quarter.slice(0, 4)}`
