import { mulberry32 } from "#lib/math/mulberry32.ts"

export type Random = {
  /** Evenly from 0 up to, not including, 1. */
  readonly share: () => number
  /** Evenly from `from` up to, not including, `to`. */
  readonly between: (from: number, to: number) => number
  /** A whole number, both ends included. */
  readonly whole: (from: number, to: number) => number
  readonly pick: <Choice>(choices: readonly [Choice, ...Choice[]]) => Choice
  /** Around 0 with a standard deviation of 1, never beyond ±3. */
  readonly noise: () => number
  /** Waiting time until something that happens once per `mean` on average. */
  readonly wait: (mean: number) => number
  readonly happens: (chance: number) => boolean
}

/** A stream of its own for each subject, so that a change to one account leaves all others as they were. */
export function randomFor(seed: number, subject: number): Random {
  const next = mulberry32(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(subject + 1, 0x85ebca6b))
  const between = (from: number, to: number) => from + next() * (to - from)
  const whole = (from: number, to: number) => Math.floor(between(from, to + 1))
  return {
    share: next,
    between,
    whole,
    pick: (choices) => choices[whole(0, choices.length - 1)] ?? choices[0],
    // Three even numbers added up: variance 3 / 12, scaled to 1.
    noise: () => (next() + next() + next() - 1.5) * 2,
    wait: (mean) => -Math.log(1 - next()) * mean,
    happens: (chance) => next() < chance,
  }
}
