import type { z } from "zod"
import type { DescribedSource } from "../quality/describe-source.ts"
import type { listOfSources } from "./sources.ts"

type Known = DescribedSource & {
  readonly key: string
  readonly name: string
  readonly kind: string
  readonly completeTo: string | null
  readonly readingsToday: number
  readonly readings: number
  readonly rejected: number
  readonly rowsRead: number
  readonly ownerName: string | null
  readonly lastError: string | null
  readonly measureKeys: readonly string[]
}

/** A source in the words of the public API. */
export const sourceAnswerOf = (source: Known): z.input<typeof listOfSources.answer>["sources"][number] => ({
  key: source.key,
  name: source.name,
  kind: source.kind,
  state: source.standing.state,
  complete_to: source.completeTo,
  lag_hours: source.standing.lagHours,
  late_hours: source.standing.lateHours,
  promise_hours: source.promise?.hours ?? null,
  promise_is_guess: source.promise?.isGuess ?? false,
  readings_today: source.readingsToday,
  readings: source.readings,
  rows_rejected: source.rejected,
  rows_read: source.rowsRead,
  owner: source.ownerName,
  last_error: source.lastError,
  measures: [...source.measureKeys],
  days_late: source.finding.late,
  days_known: source.finding.known,
})
