import type { Milestone } from "#lib/charts/milestone-state.ts"
import { daysBetween } from "#lib/format/calendar-day.ts"

export type MilestonePlace = {
  readonly key: string
  /** Shares (0 to 1) of the axis. */
  readonly planned: number
  readonly reached: number | null
  /** Row above the line, from 0, so that numbers of near milestones do not cover each other. */
  readonly lane: number
}

/** Two numbers nearer than this share of the axis stand in two rows: 24 px of the smallest chart, 320 px. */
const nearest = 24 / 320

/** Where milestones stand on an axis of days, in the order given; days off the axis stand at its end. */
export function milestonePlaces(
  milestones: readonly Milestone[],
  axis: { readonly from: string; readonly to: string },
): MilestonePlace[] {
  const span = Math.max(1, daysBetween(axis.from, axis.to))
  const share = (day: string) => Math.min(1, Math.max(0, daysBetween(axis.from, day) / span))
  const ends: number[] = []
  const lanes = new Map<string, number>()
  const byPlan = milestones.map((one) => ({ key: one.key, at: share(one.plannedOn) }))
  for (const { key, at } of byPlan.toSorted((a, b) => a.at - b.at)) {
    const free = ends.findIndex((end) => at - end >= nearest)
    const lane = free === -1 ? ends.length : free
    ends[lane] = at
    lanes.set(key, lane)
  }
  return milestones.map(({ key, plannedOn, reachedOn }) => ({
    key,
    planned: share(plannedOn),
    reached: reachedOn === null ? null : share(reachedOn),
    lane: lanes.get(key) ?? 0,
  }))
}
