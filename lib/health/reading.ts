import { ageDays } from "./age-days.ts"
import { featureLabel } from "./feature-words.ts"
import { measureScore } from "./measure-score.ts"
import type { ModelMeasure } from "./schema.ts"
import type { Disagreement, Reading, ReadingState } from "./score-schema.ts"

/** Measure scores of two sources further apart than this are reported. */
const tolerance = 10

export type ChosenReading = {
  readonly state: ReadingState
  readonly reading: Reading | null
  readonly measureScore: number | null
  readonly ageDays: number | null
  readonly disagreements: readonly Disagreement[]
}

type Candidate = { reading: Reading; score: number; age: number; rank: number }

/**
 * One reading for a measure out of several sources: the newest of each source up to `asOf`, then the source that
 * comes first in `sources`. A later source wins only when every earlier one is older than `maxAgeDays`.
 * Sources that are not named come after all that are, newest first. With nothing fresh the newest old reading
 * is shown as stale and not counted. A value the scale cannot read counts as missing.
 */
export function chooseReading({
  measure,
  readings,
  asOf,
}: {
  measure: ModelMeasure
  readings: readonly Reading[]
  asOf: string
}): ChosenReading {
  const latest = latestBySource(readings, asOf)
  const candidates: Candidate[] = []
  for (const reading of latest) {
    const score = measureScore(measure.scale, reading.value)
    const rank = measure.sources.indexOf(reading.source)
    const age = ageDays(reading.observedOn, asOf)
    if (score !== null) candidates.push({ reading, score, age, rank: rank === -1 ? Infinity : rank })
  }
  const byAge = (a: Candidate, b: Candidate) =>
    a.age - b.age || (a.reading.source < b.reading.source ? -1 : 1)
  const fresh = candidates.filter(({ age }) => measure.maxAgeDays === null || age <= measure.maxAgeDays)
  const [chosen] = fresh.toSorted((a, b) => (a.rank === b.rank ? byAge(a, b) : a.rank - b.rank))
  if (chosen) {
    const { reading, score, age } = chosen
    const disagreements = disagreementsWith(chosen, fresh, measure)
    return { state: "used", reading, measureScore: score, ageDays: age, disagreements }
  }
  const [old] = candidates.toSorted(byAge)
  if (old) {
    return { state: "stale", reading: old.reading, measureScore: null, ageDays: old.age, disagreements: [] }
  }
  const unread = latest[0] ?? null
  const age = unread && ageDays(unread.observedOn, asOf)
  return { state: "missing", reading: unread, measureScore: null, ageDays: age, disagreements: [] }
}

function latestBySource(readings: readonly Reading[], asOf: string): Reading[] {
  const latest = new Map<string, Reading>()
  for (const reading of readings) {
    if (reading.observedOn > asOf) continue
    const known = latest.get(reading.source)
    if (!known || reading.observedOn >= known.observedOn) latest.set(reading.source, reading)
  }
  return [...latest.values()]
}

function disagreementsWith(
  chosen: Candidate,
  fresh: readonly Candidate[],
  measure: ModelMeasure,
): Disagreement[] {
  const told = ({ reading, score }: Candidate) => ({
    source: reading.source,
    raw: reading.value,
    measureScore: score,
    observedOn: reading.observedOn,
  })
  return fresh
    .filter((other) => other !== chosen && Math.abs(other.score - chosen.score) > tolerance)
    .map((other) => ({
      measureKey: measure.key,
      label: featureLabel(measure),
      chosen: told(chosen),
      other: told(other),
      difference: other.score - chosen.score,
    }))
}
