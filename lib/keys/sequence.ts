/** How long the first of two keys waits for the second, in milliseconds. */
export const sequenceWaitMs = 1_500

export type Pending = { readonly first: string; readonly at: number } | null
export type Step = { readonly run: string | null; readonly pending: Pending }

/**
 * One press against the registered keys (`A`, or two with a space between: `G A`). A second key that belongs to the
 * first within the wait runs the two; anything else is read as a first key by itself. `at` is in milliseconds.
 */
export function nextStep(pending: Pending, key: string, at: number, known: readonly string[]): Step {
  if (pending && at - pending.at <= sequenceWaitMs) {
    const both = `${pending.first} ${key}`
    if (known.includes(both)) return { run: both, pending: null }
  }
  if (known.includes(key)) return { run: key, pending: null }
  const begins = known.some((name) => name.startsWith(`${key} `))
  return { run: null, pending: begins ? { first: key, at } : null }
}
