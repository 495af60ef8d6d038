import type { Span } from "#lib/period/spans.ts"

/** Points that a score changed by in a period, and in the one compared with. */
export type ScoreChangeIn = { readonly change: number | null; readonly before: number | null }

/**
 * The change of a score (0 to 100) from the evening before a period to its end, and the same of the time that it is
 * compared with. Null where a score is missing at either end, or nothing is compared with.
 */
export function changeIn(
  span: Span & { readonly before: Span | null },
  scoreOn: (day: string) => number | null,
): ScoreChangeIn {
  const of = (each: Span | null): number | null => {
    const [end, begin] = each ? [scoreOn(each.until), scoreOn(each.since)] : [null, null]
    return end === null || begin === null ? null : end - begin
  }
  return { change: of(span), before: of(span.before) }
}
