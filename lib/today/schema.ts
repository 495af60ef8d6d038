import { z } from "zod"
import { periodQuery } from "#lib/period/schema.ts"
import { bookNumberKeys } from "./book-numbers.ts"
import { narrowing } from "./narrowing.ts"

/** What can ask for attention today, in the order in which a tie between them is broken. */
export const todayKinds = ["source", "renewal", "drop", "touchpoint", "owner"] as const
export type TodayKind = (typeof todayKinds)[number]

/** Whose accounts a list of today is about: one's own, those of one's team, or all. */
export const todayScopes = ["mine", "team", "all"] as const
export type TodayScope = (typeof todayScopes)[number]

export const scopeNames: Record<TodayScope, string> = { mine: "Mine", team: "Team", all: "All" }

export const markKinds = ["done", "snoozed"] as const
export type MarkKind = (typeof markKinds)[number]

/** The days for which something can be put off. */
export const snoozes = ["tomorrow", "monday", "two_weeks"] as const
export type Snooze = (typeof snoozes)[number]

export const snoozeNames: Record<Snooze, string> = {
  tomorrow: "Until tomorrow",
  monday: "Until next Monday",
  two_weeks: "For 2 weeks",
}

/** Names one thing by its cause: kind, what it is about, and what would make it a new one. */
export const itemKey = z.string().regex(/^(source|renewal|drop|touchpoint|owner):[\p{L}\p{N}._ :-]{1,300}$/u)

export const markInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("done"), itemKey }),
  z.object({ kind: z.literal("snoozed"), itemKey, snooze: z.enum(snoozes) }),
])
export type MarkInput = z.infer<typeof markInput>

/** The state of the page, as it stands in the address. What cannot be read is dropped. */
export const todayQuery = narrowing.extend({
  ...periodQuery.shape,
  scope: z.enum(todayScopes).optional().catch(undefined),
  /** The number of the book whose rows are shown below it. */
  rows: z.enum(bookNumberKeys).optional().catch(undefined),
})
export type TodayQuery = z.infer<typeof todayQuery>
