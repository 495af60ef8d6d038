import { bandOf, displayedScore } from "./band.ts"
import { effectiveShares } from "./effective-shares.ts"
import { featureLabel } from "./feature-words.ts"
import { chooseReading } from "./reading.ts"
import { roundParts } from "./round-parts.ts"
import type { HealthModel } from "./schema.ts"
import type { HealthScore, Reading, ScorePart } from "./score-schema.ts"
import { vetoCap, vetoesHit } from "./veto.ts"

/**
 * The health score of an account on a day, with the parts that add up to it.
 *
 *   exact = Σ share * measure score,   points = share * (measure score - baseline)
 *   value = baseline + Σ points + veto part, exactly, in tenths
 *
 * Shares are spread over what is available (see `effectiveShares`). Below the model's minimum coverage, or with
 * nothing at all, there is no value and the band says so; the parts are still listed with the points they
 * would have. A veto caps the value at the top of the red band. Readings after `asOf` are not looked at.
 *
 * Source of the weighted mean: Gainsight scorecards, 20/15/22 with 47/59/21 gives 40.
 */
export function scoreAccount({
  model,
  readings,
  asOf,
}: {
  model: HealthModel
  readings: readonly Reading[]
  asOf: string
}): HealthScore {
  const byMeasure = Map.groupBy(readings, (reading) => reading.measureKey)
  const chosen = new Map(
    model.measures.map((measure) => [
      measure.key,
      chooseReading({ measure, readings: byMeasure.get(measure.key) ?? [], asOf }),
    ]),
  )
  const { shares, coverage } = effectiveShares(model, (key) => chosen.get(key)?.state === "used")
  const scoreOf = (key: string) => chosen.get(key)?.measureScore
  const used = model.measures.filter((measure) => shares.has(measure.key))
  const exactPoints = used.map(({ key }) => (shares.get(key)! * (scoreOf(key)! - model.baseline)) / 100)
  const uncapped = model.baseline + exactPoints.reduce((sum, points) => sum + points, 0)
  const displayed = displayedScore(uncapped)
  const rounded = roundParts(exactPoints, displayed - model.baseline)
  const points = new Map(used.map(({ key }, i) => [key, rounded[i]!]))

  const parts = model.measures.map((measure): ScorePart => {
    const { key, groupKey } = measure
    const { state, reading, measureScore, ageDays } = chosen.get(key)!
    return {
      measureKey: key,
      label: featureLabel(measure),
      groupKey,
      weight: shares.get(key) ?? 0,
      raw: reading?.value ?? null,
      measureScore,
      points: points.get(key) ?? 0,
      state,
      source: reading?.source ?? null,
      observedOn: reading?.observedOn ?? null,
      ageDays,
      ...(reading?.n === undefined ? {} : { n: reading.n }),
    }
  })
  const vetoes = vetoesHit(model, scoreOf)
  const isEnough = used.length > 0 && coverage >= model.minimumCoverage
  const vetoPart = isEnough ? vetoCap(vetoes, displayed, model.bands.redUpTo) : null
  const value = isEnough ? displayed + (vetoPart?.points ?? 0) : null
  const usedParts = parts.filter((part) => part.state === "used")
  const newest = usedParts.map((part) => part.observedOn!).toSorted()
  return {
    modelId: model.id,
    modelVersion: model.version,
    asOf,
    baseline: model.baseline,
    bands: model.bands,
    value,
    exact: value === null ? null : vetoPart ? value : uncapped,
    band: value === null ? "insufficient" : bandOf(value, model.bands),
    parts,
    vetoPart,
    coverage,
    measuresUsed: usedParts.length,
    measuresTotal: parts.length,
    oldestDays: usedParts.length === 0 ? null : Math.max(...usedParts.map((part) => part.ageDays!)),
    freshestOn: newest.at(-1) ?? null,
    disagreements: [...chosen.values()].flatMap((one) => one.disagreements),
    vetoes,
  }
}
