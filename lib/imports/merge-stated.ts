import type { ConflictMode } from "./settings.ts"

type Rule = {
  readonly conflict: ConflictMode
  /** Whether the file has a column for the field. */
  readonly has: (field: string) => boolean
}

/**
 * What a row states over what is stored: a blank keeps the stored value, and empties it only when existing rows are
 * overwritten and the file has a column for it.
 */
export function mergeStated<Stated extends object>(
  stated: Stated,
  stored: { readonly [Key in keyof Stated]?: unknown } | null,
  { conflict, has }: Rule,
): Stated {
  if (!stored) return stated
  const merged = Object.entries(stated).map(([field, value]): [string, unknown] => {
    if (value !== null || (conflict === "overwrite" && has(field))) return [field, value]
    return [field, (stored as Record<string, unknown>)[field] ?? null]
  })
  return Object.fromEntries(merged) as Stated
}
