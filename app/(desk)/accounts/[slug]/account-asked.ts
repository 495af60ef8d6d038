import { type PeriodQuery, periodQuery } from "#lib/period/schema.ts"
import { type Spans, spansOf } from "#lib/period/spans.ts"
import { type TimelineQuery, timelineQuery } from "#lib/timeline/schema.ts"
import type { Search } from "#lib/urls/left-out.ts"

/** What an address asks of an account's page. An executive sees the newest entries, whatever else it says. */
export function accountAsked(
  search: Search,
  today: string,
): { view: "exec" | "csm"; timeline: TimelineQuery; period: PeriodQuery; spans: Spans | null } {
  const view = search.view === "exec" ? "exec" : "csm"
  const said = view === "exec" ? {} : search
  const period = periodQuery.parse(said)
  return { view, timeline: timelineQuery.parse(said), period, spans: spansOf(period, today) }
}
