import { formatDay } from "#lib/format/day.ts"
import type { DescribedSource } from "./describe-source.ts"
import { lagWords } from "./lag-words.ts"
import { trouble } from "./trust-answer.ts"

/** The sentence above a source: how it stands against its promise, and what that rests on. */
export function sourceAnswer(
  {
    standing,
    promise,
    completeTo,
    name,
  }: Pick<DescribedSource, "standing" | "promise"> & {
    readonly name: string
    readonly completeTo: string | null
  },
  today: string,
): string {
  if (completeTo === null) return `${name} ${trouble(standing)}.`
  const complete = `complete to ${formatDay(completeTo, today)}`
  if (standing.state === "no_promise")
    return `${name} is ${complete}; nobody has said how often it should tell more.`
  // Lateness is the lag less the promise: all three are said.
  const lag = standing.lagHours === null ? "" : `, a lag of ${lagWords(standing.lagHours)}`
  const promised = promise
    ? `${lag}, promised ${promise.isGuess ? "by its rhythm " : ""}within ${lagWords(promise.hours)}`
    : ""
  return `${name} ${trouble(standing)}: ${complete}${promised}.`
}
