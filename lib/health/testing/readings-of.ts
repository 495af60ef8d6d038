import type { Reading } from "../score-schema.ts"

/** Readings for tests, all of one day and source. */
export const readingsOf = (
  values: Readonly<Record<string, number | string>>,
  observedOn = "2026-11-20",
  source = "file",
): Reading[] =>
  Object.entries(values).map(([measureKey, value]) => ({ measureKey, source, observedOn, value }))
