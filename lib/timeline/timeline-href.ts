import type { PeriodQuery } from "#lib/period/schema.ts"
import type { TimelineQuery } from "./schema.ts"

/** The address of a part of an account's timeline. */
export function timelineHref(
  slug: string,
  { kind, before }: TimelineQuery,
  { period, cmp }: PeriodQuery = {},
): string {
  const search = new URLSearchParams()
  if (kind) search.set("kind", kind)
  if (before) search.set("before", before)
  if (period) search.set("period", period)
  if (cmp) search.set("cmp", cmp)
  const query = search.size > 0 ? `?${search}` : ""
  return `/accounts/${encodeURIComponent(slug)}${query}#timeline`
}
