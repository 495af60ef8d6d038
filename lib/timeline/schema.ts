import { z } from "zod"

export const timelineKinds = [
  "note",
  "touchpoint",
  "health",
  "signal",
  "judgement",
  "arr",
  "contract",
  "owner",
  "import",
] as const
export type TimelineKind = (typeof timelineKinds)[number]

export const timelineKindNames: Record<TimelineKind, string> = {
  note: "Notes",
  touchpoint: "Touchpoints",
  health: "Health",
  signal: "Signals",
  judgement: "Judgements",
  arr: "ARR",
  contract: "Contracts",
  owner: "Owner",
  import: "Imports",
}

/** How many entries a page of the timeline shows. */
export const timelinePageSize = 30

/** A note as the page shows and changes it. */
export type NoteEntry = {
  readonly id: string
  readonly version: number
  readonly text: string
  /** Who edited it last, and when; null while it stands as it was written. */
  readonly editedBy: string | null
  readonly editedAt: string | null
}

/**
 * One thing that happened with an account. `wall` is the workspace's own clock: "2026-11-16T09:30:00.000000", or
 * "2026-11-16T" for what is known by its day alone. `key` is wall, kind and id: entries are ordered and cut by it.
 */
export type TimelineEntry = {
  readonly key: string
  readonly wall: string
  readonly kind: TimelineKind
  readonly title: string
  readonly detail: string | null
  readonly actor: string | null
  /** Where the rows behind it stand; null when they are all said here. */
  readonly href: string | null
  readonly note: NoteEntry | null
}

export const entryKey = (wall: string, kind: TimelineKind, id: string): string => `${wall}~${kind}~${id}`

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value)

/** What an address asks of the timeline. What cannot be read is dropped: the page then begins at the newest entry. */
export const timelineQuery = z.object({
  kind: z.preprocess(first, z.enum(timelineKinds).nullable()).catch(null),
  before: z
    .preprocess(
      first,
      z
        .string()
        .max(200)
        .regex(/^\d{4}-\d{2}-\d{2}T[^\0]*~[a-z]+~[^\0]+$/u)
        .nullable(),
    )
    .catch(null),
})
export type TimelineQuery = z.infer<typeof timelineQuery>

/** The days that a timeline is cut to, both ends included; null for all of it. */
export type TimelineDays = { readonly from: string; readonly to: string } | null
