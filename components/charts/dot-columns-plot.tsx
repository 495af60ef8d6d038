import { Scroller } from "#components/ui/scroller.tsx"
import type { DotColumns } from "#lib/charts/dot-columns.ts"
import { formatNumber } from "#lib/format/number.ts"

export type Zone = { readonly upTo: number; readonly label: string }

const pitch = 6
const fewestRows = 8
const wordsHeight = 20
const axisHeight = 20

/**
 * How many things stand at each whole number of a scale from 0: a column of equal dots for each, marked ones filled,
 * the others open. Zones of the scale are words behind the dots; the chosen range has a ground and edges of its own.
 * A dot is the round end of a line of hardly any length, so that it keeps its shape on a drawing that is stretched.
 */
export function DotColumnsPlot({
  drawn,
  highest,
  zones,
  range,
  label,
  summary,
  children,
}: {
  drawn: DotColumns
  /** The last number of the scale. */
  highest: number
  /** Where each zone ends, rising; the last one ends with the scale. */
  zones: readonly Zone[]
  range: { readonly from: number; readonly to: number } | null
  /** What is scrolled where the window is narrow. */
  label: string
  summary: string
  /** What lies over the dots, as wide as they are. */
  children?: React.ReactNode
}) {
  const width = highest + 1
  const plot = Math.max(fewestRows, drawn.rows) * pitch
  const height = wordsHeight + plot
  const share = (value: number) => `${Math.round((value / width) * 10_000) / 100}%`
  const path = (part: "marked" | "rest") =>
    drawn.columns
      .flatMap(({ value, marked, rest }) =>
        Array.from({ length: part === "marked" ? marked : rest }, (_, place) => {
          const row = part === "marked" ? place : marked + place
          return `M${value + 0.5} ${height - (row + 0.5) * pitch}h.01`
        }),
      )
      .join("")
  const starts = [0, ...zones.slice(0, -1).map(({ upTo }) => upTo + 1)]
  return (
    <Scroller label={label}>
      <div className="relative min-w-160">
        <div role="img" aria-label={summary}>
          <svg aria-hidden="true" width="100%" height={height + axisHeight} className="block text-12">
            {range && (
              <rect
                x={share(range.from)}
                width={share(range.to + 1 - range.from)}
                height={height}
                fill="var(--selected)"
              />
            )}
            {zones.map((zone, place) => (
              <g key={zone.label}>
                {place > 0 && (
                  <line
                    x1={share(starts[place]!)}
                    x2={share(starts[place]!)}
                    y2={height}
                    stroke="var(--control)"
                    strokeDasharray="2 3"
                  />
                )}
                <text x={share(starts[place]!)} dx={place > 0 ? 6 : 0} y={13} fill="var(--muted)">
                  {zone.label}
                </text>
              </g>
            ))}
            <svg
              aria-hidden="true"
              width="100%"
              height={height}
              viewBox={`0 0 ${width} ${height}`}
              preserveAspectRatio="none"
              fill="none"
              strokeLinecap="round"
            >
              <path
                d={path("rest")}
                stroke="var(--ink-2)"
                strokeWidth={5}
                vectorEffect="non-scaling-stroke"
              />
              <path
                d={path("rest")}
                stroke="var(--surface)"
                strokeWidth={3}
                vectorEffect="non-scaling-stroke"
              />
              <path
                d={path("marked")}
                stroke="var(--ink)"
                strokeWidth={5}
                vectorEffect="non-scaling-stroke"
              />
            </svg>
            <line x1="0%" x2="100%" y1={height} y2={height} stroke="var(--control)" />
            {range &&
              [range.from, range.to + 1].map((edge) => (
                <line
                  key={edge}
                  x1={share(edge)}
                  x2={share(edge)}
                  y2={height}
                  stroke="var(--ink)"
                  strokeWidth={1.5}
                />
              ))}
            {Array.from({ length: Math.floor(highest / 10) + 1 }, (_, place) => place * 10).map((tick) => (
              <text
                key={tick}
                x={share(tick + 0.5)}
                y={height + 15}
                textAnchor={tick === 0 ? "start" : tick === highest ? "end" : "middle"}
                fill="var(--muted)"
              >
                {formatNumber(tick)}
              </text>
            ))}
          </svg>
        </div>
        {children && (
          <div className="absolute inset-x-0 top-0 print:hidden" style={{ height }} data-no-image>
            {children}
          </div>
        )}
      </div>
    </Scroller>
  )
}
