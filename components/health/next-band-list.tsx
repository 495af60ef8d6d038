import { heldWords, moveWords, nextBandTitle, unreachableWords } from "#components/health/next-band-words.ts"
import { Panel } from "#components/ui/panel.tsx"
import { formatSigned } from "#lib/format/number.ts"
import { formatShare } from "#lib/format/percent.ts"
import { bandWords } from "#lib/health/band.ts"
import type { NextBand } from "#lib/health/next-band.ts"

const suggestionsShown = 5

/** What would move the account to the next band. Every suggestion was proved by scoring the account with it. */
export function NextBandList({ next }: { next: NextBand }) {
  if (next.kind === "top") {
    return <Panel title={`Already in the best band, ${bandWords.green.label}`} />
  }
  if (next.kind === "insufficient") return <NeededReadings next={next} />
  const reachable = next.singles.filter((single) => single.move !== null).slice(0, suggestionsShown)
  const others = next.singles.filter((single) => single.move === null && single.heldBy.length === 0)
  const held = heldWords(next)
  return (
    <Panel title={nextBandTitle(next)} subtitle={subtitleOf(next, reachable.length)}>
      <div className="flex flex-col gap-3">
        <ol>
          {reachable.map(
            ({ measureKey, move, gain }) =>
              move && <Suggestion key={measureKey} words={moveWords(move)} gain={formatSigned(gain)} />,
          )}
          {reachable.length === 0 &&
            next.combination?.map((move) => <Suggestion key={move.measureKey} words={moveWords(move)} />)}
        </ol>
        {held && <p className="text-13 text-muted">{held}</p>}
        {others.length > 0 && (
          <p className="text-13 text-muted">Not enough alone. {others.map(unreachableWords).join(" · ")}</p>
        )}
      </div>
    </Panel>
  )
}

function Suggestion({ words, gain }: { words: string; gain?: string }) {
  return (
    <li className="flex min-h-9 items-center justify-between gap-4 border-b py-1">
      <span>{words}</span>
      {gain && <span className="whitespace-nowrap font-medium">{gain}</span>}
    </li>
  )
}

function subtitleOf(next: Extract<NextBand, { kind: "step" }>, reachable: number): string {
  if (reachable > 1) return "Any one of these is enough, the smallest step first."
  if (reachable === 1) return "This alone is enough."
  return next.combination
    ? "No single measure is enough; these together are."
    : "Not even all measures together are enough while a veto holds."
}

function NeededReadings({ next }: { next: Extract<NextBand, { kind: "insufficient" }> }) {
  return (
    <Panel
      title="To get a score: bring in fresh values"
      subtitle={`${formatShare(next.coverage)} of the weight is known. These would be enough, the weightiest first.`}
    >
      <ul>
        {next.needs.map((part) => (
          <Suggestion key={part.measureKey} words={part.label} />
        ))}
      </ul>
    </Panel>
  )
}
