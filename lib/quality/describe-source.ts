import type { HealthModel } from "#lib/health/schema.ts"
import {
  type FreshnessFinding,
  type FreshnessPoint,
  freshnessFinding,
  freshnessSeries,
} from "./freshness-series.ts"
import { guessPromise } from "./guess-promise.ts"
import { type SourceStanding, sourceStanding } from "./source-standing.ts"

type Told = {
  readonly completeTo: string | null
  readonly lastError: string | null
  readonly promiseHours: number | null
  readonly measureKeys: readonly string[]
  readonly readingDays: readonly string[]
  readonly noted: Readonly<Record<string, string | null>>
}

type Around = {
  readonly models: readonly Pick<HealthModel, "groups" | "measures">[]
  readonly labels: ReadonlyMap<string, string>
  readonly now: Date
  readonly today: string
  readonly timeZone: string
}

export type DescribedSource = {
  readonly standing: SourceStanding
  /** The promise in force: what a person said, else its own rhythm; null without either. */
  readonly promise: { readonly hours: number; readonly isGuess: boolean } | null
  /** What it tells of, in words: groups of the health model, else measures. */
  readonly subjects: readonly string[]
  readonly points: readonly FreshnessPoint[]
  readonly finding: FreshnessFinding
}

export const freshnessDays = 30

/** All that the data page says of a source, from what was counted of it. */
export function describeSource(
  source: Told,
  { models, labels, now, today, timeZone }: Around,
): DescribedSource {
  const guess = source.promiseHours === null ? guessPromise(source.readingDays) : null
  const hours = source.promiseHours ?? guess
  const standing = sourceStanding({ ...source, promiseHours: hours, now, timeZone })
  const points = freshnessSeries({
    readingDays: source.readingDays,
    noted: new Map(Object.entries(source.noted)),
    today,
    days: freshnessDays,
    lagHours: standing.lagHours,
  })
  return {
    standing,
    promise: hours === null ? null : { hours, isGuess: guess !== null },
    subjects: [
      ...new Set(source.measureKeys.map((key) => subjectOf(key, models) ?? labels.get(key) ?? key)),
    ].sort(),
    points,
    finding: freshnessFinding(points, hours),
  }
}

function subjectOf(measureKey: string, models: Around["models"]): string | undefined {
  for (const { measures, groups } of models) {
    const groupKey = measures.find(({ key }) => key === measureKey)?.groupKey
    const group = groups.find(({ key }) => key === groupKey)
    if (group) return group.label
  }
  return undefined
}
