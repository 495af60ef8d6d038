import type { Db } from "#db/client.ts"
import { scoresOn } from "#db/queries/scores-on.ts"
import type { Caller } from "#lib/access/caller.ts"
import { changeIn, type ScoreChangeIn } from "#lib/health/change-in.ts"
import { daysOfSpans, type Spans } from "#lib/period/spans.ts"

type Asked = {
  readonly accountIds: readonly string[]
  readonly spans: Spans | null
  /** The day of the newest scores: they stand for today until today's are made. */
  readonly scoredOn: string
}

/** What computed scores changed by in the period of an address, by account; nothing while it names none. */
export async function scoreChanges(
  on: Db,
  caller: Caller,
  { accountIds, spans, scoredOn }: Asked,
): Promise<ReadonlyMap<string, ScoreChangeIn>> {
  if (spans === null || accountIds.length === 0) return new Map()
  const span = { ...spans, until: spans.endsToday ? scoredOn : spans.until }
  const scores = await scoresOn(on, caller, { accountIds, days: daysOfSpans(span) })
  return new Map([...scores].map(([id, byDay]) => [id, changeIn(span, (day) => byDay.get(day) ?? null)]))
}
