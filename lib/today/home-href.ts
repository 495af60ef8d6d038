import type { TodayQuery } from "./schema.ts"

const order = [
  "scope",
  "seg",
  "team",
  "owner",
  "period",
  "cmp",
  "rows",
] as const satisfies readonly (keyof TodayQuery)[]

/** The address of the page of today in a state, its parameters always in one order. */
export function homeHref(query: TodayQuery): string {
  const parameters = new URLSearchParams()
  for (const key of order) {
    const value = query[key]
    if (value !== undefined) parameters.set(key, value)
  }
  return parameters.size > 0 ? `/home?${parameters}` : "/home"
}
