import { addDays } from "#lib/format/calendar-day.ts"
import type { Spans } from "#lib/period/spans.ts"
import type { TimelineDays } from "./schema.ts"

/** The days of the period that an address names, as the timeline is cut to them. */
export const daysOf = (spans: Spans | null): TimelineDays =>
  spans && { from: addDays(spans.since, 1), to: spans.until }
