import type { TimelineQuery } from "./schema.ts"

/** The address of a part of an account's timeline. */
export function timelineHref(slug: string, { kind, before }: TimelineQuery): string {
  const search = new URLSearchParams()
  if (kind) search.set("kind", kind)
  if (before) search.set("before", before)
  const query = search.size > 0 ? `?${search}` : ""
  return `/accounts/${encodeURIComponent(slug)}${query}#timeline`
}
