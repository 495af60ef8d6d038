import type { TimelineDays, TimelineEntry, TimelineQuery } from "./schema.ts"

export type TimelinePage = {
  readonly entries: readonly TimelineEntry[]
  /** The cursor of what comes after; null at the end. */
  readonly next: string | null
}

/**
 * One page of what happened, the newest first, from what is stored and what is found in series.
 *
 * `stored` must hold the first `size + 1` entries beyond the cursor of the kind that is asked for, `derived` all of
 * theirs: then the page is exact, and pages one after the other show every entry once. Order: by key, as plain text.
 */
export function mergeTimeline({
  stored,
  derived,
  query: { kind, before },
  days = null,
  size,
}: {
  stored: readonly TimelineEntry[]
  derived: readonly TimelineEntry[]
  query: TimelineQuery
  days?: TimelineDays
  size: number
}): TimelinePage {
  const beyond = [...stored, ...derived].filter(
    (entry) =>
      (kind === null || entry.kind === kind) &&
      (before === null || entry.key < before) &&
      isWithin(entry.wall, days),
  )
  const sorted = beyond.toSorted((a, b) => (a.key < b.key ? 1 : a.key > b.key ? -1 : 0))
  const entries = sorted.slice(0, size)
  return { entries, next: sorted.length > size ? (entries.at(-1)?.key ?? null) : null }
}

const isWithin = (wall: string, days: TimelineDays): boolean =>
  days === null || (wall.slice(0, 10) >= days.from && wall.slice(0, 10) <= days.to)

export type TimelineDay = { readonly day: string; readonly entries: readonly TimelineEntry[] }

/** Entries under their days, in the order they come. */
export function entriesByDay(entries: readonly TimelineEntry[]): TimelineDay[] {
  const days = new Map<string, TimelineEntry[]>()
  for (const entry of entries) {
    const day = entry.wall.slice(0, 10)
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return [...days].map(([day, of]) => ({ day, entries: of }))
}
