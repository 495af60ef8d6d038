import { ChartFrame } from "#components/charts/chart-frame.tsx"
import { type Contribution, ContributionBars } from "#components/charts/contribution-bars.tsx"
import { measureValue } from "#components/health/measure-value.ts"
import { type ExplainedModel, ScorePartsTable } from "#components/health/score-parts-table.tsx"
import { basisWords, sumSentence, whyTitle } from "#components/health/score-sentences.ts"
import { DefinitionPopover } from "#components/ui/definition-popover.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { StatusShape } from "#components/ui/status-shape.tsx"
import { formatDay } from "#lib/format/day.ts"
import { formatShare } from "#lib/format/percent.ts"
import { featureUnit } from "#lib/health/feature-words.ts"
import type { HealthScore } from "#lib/health/score-schema.ts"

/** Baseline and parts that add up to the score, what was left out, and what all of it rests on. */
export function WhyThisScore({
  score,
  model,
  today,
}: {
  score: HealthScore
  model: ExplainedModel
  today: string
}) {
  const title = whyTitle(score)
  const contributions = contributionsOf(score, model)
  const frame = {
    id: "why",
    title,
    subtitle: `${sumSentence(score) ?? "No score"}, ${basisWords(score)}. ${model.name}, version ${score.modelVersion}, as of ${formatDay(score.asOf, today)}.`,
  }
  const definition = <ScoreDefinition score={score} model={model} today={today} />
  const parts = (
    <div className="mt-4 flex flex-col gap-4">
      <Warnings score={score} model={model} />
      <ScorePartsTable score={score} model={model} />
    </div>
  )
  if (contributions.length === 0)
    return (
      <Panel {...frame} actions={definition}>
        {parts}
      </Panel>
    )
  return (
    <ChartFrame
      {...frame}
      notes={definition}
      after={parts}
      table={{
        caption: "What moves the score",
        columns: [{ label: "Measure" }, { label: "Effect", unit: "points", digits: 1, isNumber: true }],
        rows: contributions
          .toSorted((one, other) => Math.abs(other.amount) - Math.abs(one.amount))
          .map(({ key, label, amount }) => ({ key, cells: [label, amount] })),
      }}
    >
      <ContributionBars contributions={contributions} summary={`${title}.`} />
    </ChartFrame>
  )
}

function contributionsOf(score: HealthScore, model: ExplainedModel): Contribution[] {
  const units = new Map(model.measures.map((measure) => [measure.key, featureUnit(measure)]))
  const parts = score.parts
    .filter((part) => part.state === "used" && part.points !== 0)
    .map((part) => ({
      key: part.measureKey,
      label: `${part.label} ${measureValue(part.raw, units.get(part.measureKey) ?? "")}`,
      amount: part.points,
    }))
  return score.vetoPart
    ? [...parts, { key: "veto", label: score.vetoPart.label, amount: score.vetoPart.points }]
    : parts
}

/** What a reader must know before trusting the number: measures left out, sources that contradict each other. */
function Warnings({ score, model }: { score: HealthScore; model: ExplainedModel }) {
  const units = new Map(model.measures.map((measure) => [measure.key, featureUnit(measure)]))
  const leftOut = score.parts.filter((part) => part.state !== "used")
  if (leftOut.length === 0 && score.disagreements.length === 0) return null
  return (
    <ul className="flex flex-col gap-1 text-13 text-ink-2">
      {leftOut.length > 0 && (
        <li className="flex items-start gap-2">
          <span className="mt-0.5">
            <StatusShape status="unknown" />
          </span>
          Not counted: {leftOut.map((part) => `${part.label} (${whyLeftOut(part)})`).join(", ")}.
        </li>
      )}
      {score.disagreements.map(({ measureKey, label, chosen, other }) => (
        <li key={`${measureKey} ${other.source}`} className="flex items-start gap-2">
          <span className="mt-0.5">
            <StatusShape status="watch" />
          </span>
          Sources disagree on {label}: {chosen.source} says{" "}
          {measureValue(chosen.raw, units.get(measureKey) ?? "")}, {other.source} says{" "}
          {measureValue(other.raw, units.get(measureKey) ?? "")}. Counted: {chosen.source}.
        </li>
      ))}
    </ul>
  )
}

const whyLeftOut = (part: HealthScore["parts"][number]) =>
  part.state === "stale" && part.ageDays !== null ? `${part.ageDays} days old` : "no value"

function ScoreDefinition({
  score,
  model,
  today,
}: {
  score: HealthScore
  model: ExplainedModel
  today: string
}) {
  const facts = [
    { label: "Model", value: `${model.name}, version ${score.modelVersion}` },
    { label: "As of", value: formatDay(score.asOf, today) },
    {
      label: "Newest reading",
      value: score.freshestOn === null ? "none" : formatDay(score.freshestOn, today),
    },
    { label: "Weight known", value: formatShare(score.coverage) },
    {
      label: "Bands",
      value: `Act now to ${score.bands.redUpTo}, Watch to ${score.bands.yellowUpTo}, then Good`,
    },
  ]
  return (
    <DefinitionPopover term="Health" facts={facts}>
      <p>
        A baseline of {score.baseline}, plus for each measure its weight × (its score − {score.baseline}).
        Weights of measures without a fresh value go to the others. The points add up to the score exactly.
      </p>
    </DefinitionPopover>
  )
}
