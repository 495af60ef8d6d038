/** What happens to an account of the made-up book: the cause behind everything that its numbers tell. */
export const fates = [
  "steady",
  "growing",
  "uneven",
  "weak",
  "sliding",
  "sponsor_left",
  "overdue",
  "onboarding",
  "thin",
  "silent",
] as const
export type Fate = (typeof fates)[number]

/**
 * How well an account does, 0 to 1, some weeks before the anchor. `base` is the account's own level.
 *
 * Sliding and a lost sponsor start from `base` and fall to a low over the last weeks; growing and onboarding
 * climb to it. The others stay where they are.
 */
export function wellbeing(fate: Fate, base: number, weeksAgo: number): number {
  const since = (weeks: number) => Math.min(1, Math.max(0, (weeks - weeksAgo) / weeks))
  if (fate === "sliding") return base - (base - 0.16) * since(11)
  if (fate === "sponsor_left") return base - (base - 0.5) * since(6)
  if (fate === "growing") return base - 0.3 * (1 - since(20))
  if (fate === "onboarding") return base - 0.35 * (1 - since(12))
  return base
}

/** The account's own level, from a random number 0 to 1. */
export function baseOf(fate: Fate, random: number): number {
  if (fate === "weak") return 0.1 + random * 0.1
  if (fate === "uneven") return 0.44 + random * 0.16
  if (fate === "onboarding") return 0.58 + random * 0.1
  return 0.72 + random * 0.2
}

/** For how many weeks the account is a customer; null for longer than the signals go back. */
export const tenureWeeks: Readonly<Record<Fate, number | null>> = {
  steady: null,
  growing: null,
  uneven: null,
  weak: null,
  sliding: null,
  sponsor_left: null,
  overdue: null,
  onboarding: 10,
  thin: 4,
  silent: 1,
}
