import { AppError } from "#lib/errors.ts"

/** Refuses a batch that names one thing twice: the database could not say which of the two is meant. */
export function assertDistinct<Draft>(
  drafts: readonly Draft[],
  keyOf: (draft: Draft) => string,
  noun: string,
): void {
  const seen = new Set<string>()
  for (const draft of drafts) {
    const key = keyOf(draft)
    if (seen.has(key)) throw new AppError("invalid_input", `${noun} ${key} is given twice. Give it once.`)
    seen.add(key)
  }
}
