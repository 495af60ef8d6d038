import { useId } from "react"
import { spreadLabels } from "#lib/charts/spread-labels.ts"
import { stackBars } from "#lib/charts/stack-bars.ts"
import type { Status } from "#lib/format/tokens.ts"

export type BarPart = { readonly name: string; readonly tone: Status | "ink" }
export type BarPeriod = {
  readonly key: string
  readonly label: string
  /** One amount for each part; null when the period has no data, which leaves a gap. */
  readonly amounts: readonly number[] | null
  /** The period has not ended: its bars are hollow. */
  readonly isSoFar?: boolean
}

const labelHeight = 18
const shown = 7
const colour = (tone: BarPart["tone"]) => (tone === "ink" ? "var(--ink-2)" : `var(--${tone}-mark)`)
const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`

/**
 * An amount for each period, of up to three parts, all from one zero line. Parts differ in filling, solid, hatched,
 * open, as well as in colour. The first, last and highest total carry their number.
 */
export function CalendarBars({
  periods,
  parts,
  say,
  summary,
  height = 120,
}: {
  periods: readonly BarPeriod[]
  parts: readonly BarPart[]
  say: (amount: number) => string
  summary: string
  height?: number
}) {
  const hatch = useId()
  const { bars, zero } = stackBars(periods)
  const slot = 1 / Math.max(1, periods.length)
  const y = (share: number) => labelHeight + (1 - share) * height
  const named = spreadLabels(periods.length, shown)
  const highest = Math.max(...bars.map(({ total }) => total ?? Number.NEGATIVE_INFINITY))
  const best = bars.findIndex(({ total }) => total === highest)
  const counted = new Set([0, periods.length - 1, best].filter((place) => place >= 0))
  // A number is wider than a narrow bar: it stays away where a neighbour or its number would stand in it.
  const top = (place: number) =>
    Math.max(zero, ...(bars[place]?.segments ?? []).map(({ from, length }) => from + length))
  for (const [place, neighbour] of [
    [0, 1],
    [periods.length - 1, periods.length - 2],
  ] as const)
    if (periods.length > shown && place !== best && (neighbour === best || top(neighbour) > top(place)))
      counted.delete(place)
  return (
    <div>
      {parts.length > 1 && <PartsLegend parts={parts} hatch={hatch} />}
      <div role="img" aria-label={summary} className="px-2">
        <svg
          aria-hidden="true"
          width="100%"
          height={height + labelHeight * 2 + 4}
          className="block overflow-visible text-12"
        >
          <defs>
            {parts.map((part, place) => (
              <Hatch key={part.name} id={`${hatch}-${place}`} tone={colour(part.tone)} />
            ))}
          </defs>
          {bars.map((bar, place) => {
            const middle = percent((place + 0.5) * slot)
            return (
              <g key={bar.key}>
                {bar.segments.map(({ part, from, length }) => (
                  <rect
                    key={parts[part]?.name ?? part}
                    x={percent((place + 0.15) * slot)}
                    width={percent(0.7 * slot)}
                    y={y(from + length) + 0.5}
                    height={Math.max(1, length * height - 1)}
                    {...filling(part, parts[part]?.tone ?? "ink", periods[place]?.isSoFar ?? false, hatch)}
                  />
                ))}
                {counted.has(place) && bar.total !== null && (
                  <text x={middle} y={y(top(place)) - 5} textAnchor="middle" fill="var(--ink)">
                    {say(bar.total)}
                  </text>
                )}
                {named.has(place) && (
                  <text x={middle} y={height + labelHeight + 16} textAnchor="middle" fill="var(--muted)">
                    {periods[place]!.label}
                  </text>
                )}
              </g>
            )
          })}
          <line x1="0%" x2="100%" y1={y(zero)} y2={y(zero)} stroke="var(--control)" />
        </svg>
      </div>
      {periods.some(({ isSoFar, amounts }) => isSoFar && amounts?.some((amount) => amount !== 0)) && (
        <p className="text-12 text-muted">Dashed: the period has not ended, so far.</p>
      )}
    </div>
  )
}

function filling(part: number, tone: BarPart["tone"], isSoFar: boolean, hatch: string) {
  const stroke = colour(tone)
  if (isSoFar) return { fill: "none", stroke, strokeDasharray: "3 2" }
  if (part === 0) return { fill: stroke }
  return part === 1 ? { fill: `url(#${hatch}-${part})`, stroke } : { fill: "var(--surface)", stroke }
}

function Hatch({ id, tone }: { id: string; tone: string }) {
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="5" height="5" fill="var(--surface)" />
      <rect width="3" height="5" fill={tone} />
    </pattern>
  )
}

function PartsLegend({ parts, hatch }: { parts: readonly BarPart[]; hatch: string }) {
  return (
    <ul className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-12 text-ink-2">
      {parts.map((part, place) => (
        <li key={part.name} className="flex items-center gap-1.5">
          <svg aria-hidden="true" width="12" height="12">
            <rect x="0.5" y="0.5" width="11" height="11" {...filling(place, part.tone, false, hatch)} />
          </svg>
          {part.name}
        </li>
      ))}
    </ul>
  )
}
