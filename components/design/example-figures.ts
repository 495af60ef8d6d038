import type { BarPeriod } from "#components/charts/calendar-bars.tsx"
import type { ScatterPoint } from "#components/charts/scatter-chart.tsx"
import type { StripPoint } from "#components/charts/strip-plot.tsx"
import type { HeatEnds } from "#lib/charts/heat-step.ts"
import type { Milestone } from "#lib/charts/milestone-state.ts"
import type { TimePoint } from "#lib/charts/time-series.ts"

/** Made-up figures for the gallery, alike in every run. */
export const today = "2026-11-18"

/** ISO weeks; 2026 has 53 of them. */
const week = (place: number) => `w${((34 + place - 1) % 53) + 1}`

export const resolved: readonly TimePoint[] = [91, 92, 93, 92, 93, null, 94, 95, 96, 95, 94, 94, 88].map(
  (actual, place) => ({
    key: week(place),
    label: week(place),
    actual,
    comparison: [88, 89, 90, 90, 91, 91, 91, 92, 92, 92, 93, 92, 92][place] ?? null,
    target: 95,
    signal: place === 12 ? { status: "watch", word: "below limit" } : null,
  }),
)

export const workload: readonly TimePoint[] = Array.from({ length: 16 }, (_, place) => {
  const middle = 78 + place * 1.8
  return place < 9
    ? {
        key: week(place),
        label: week(place),
        actual: Math.round(middle + ((place * 5) % 4)),
        isSoFar: place === 8,
      }
    : {
        key: week(place),
        label: week(place),
        actual: null,
        forecast: Math.round(middle),
        band50: [Math.round(middle - 3), Math.round(middle + 3)],
        band80: [Math.round(middle - 7), Math.round(middle + 7)],
      }
})

/** Two bumps and a few low ones, by arithmetic alone. */
export const healthScores: readonly StripPoint[] = Array.from({ length: 160 }, (_, place) => {
  const wave = 66 + 18 * Math.sin(place * 1.7) + 11 * Math.sin(place * 0.61)
  const value = place % 23 === 0 ? 22 + (place % 17) : Math.round(Math.min(99, wave))
  return {
    key: `account-${place}`,
    value: place === 77 ? null : value,
    status: value < 40 ? "act" : undefined,
  }
})

export const bookedEnds: HeatEnds = [60, 70, 86, 96, 106]
export const bookedWeeks = Array.from({ length: 12 }, (_, place) => `w${44 + place}`)
export const booked = [
  { key: "e", label: "Enterprise", values: [74, 76, 78, 77, 79, 81, 80, 82, 83, 82, 84, 85] },
  { key: "m", label: "Mid-Market", values: [81, 84, 86, 88, 90, 93, 96, 98, 101, 104, 107, 110] },
  { key: "s", label: "SMB", values: [55, 58, 61, 60, null, 66, 68, 67, 69, 71, 72, 74] },
] as const

export const onboarding: readonly Milestone[] = [
  { key: "kick", label: "Kick-off", plannedOn: "2026-10-05", reachedOn: "2026-10-05" },
  { key: "data", label: "Data connected", plannedOn: "2026-10-19", reachedOn: "2026-10-30" },
  { key: "train", label: "People trained", plannedOn: "2026-10-22", reachedOn: null },
  { key: "value", label: "First value", plannedOn: "2026-11-30", reachedOn: null },
  { key: "hand", label: "Handed over", plannedOn: "2026-12-18", reachedOn: null },
]

export const renewals: readonly BarPeriod[] = Array.from({ length: 13 }, (_, place) => ({
  key: week(place + 13),
  label: week(place + 13),
  amounts:
    place === 8 ? null : [180 + ((place * 97) % 240), ((place * 53) % 120) + 10, place % 4 === 1 ? 60 : 0],
  isSoFar: place === 0,
}))

export const movements: readonly BarPeriod[] = [
  { key: "q1", label: "Q1", amounts: [120, -40] },
  { key: "q2", label: "Q2", amounts: [60, -95] },
  { key: "q3", label: "Q3", amounts: [200, -20] },
  { key: "q4", label: "Q4", amounts: [80, 0], isSoFar: true },
]

export const effort: readonly ScatterPoint[] = Array.from({ length: 36 }, (_, place) => {
  const x = Math.round(10 + ((place * 37) % 83))
  const y = Math.round(92 - x * 0.6 + ((place * 29) % 21) - 10)
  const name = place === 11 ? "Northwind" : `Account ${place + 1}`
  return { key: `a${place}`, name, x, y, ...(place === 11 ? { status: "act" } : {}) }
})
