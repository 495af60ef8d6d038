import type { AccountFields } from "#lib/accounts/schema.ts"

/** The fields of a stored account that a file may change. */
export type StoredFields = Omit<AccountFields, "externalId" | "ownerName" | "parentExternalId"> & {
  readonly ownerId: string | null
}

/**
 * A stored account with the stated fields over it; null when nothing would change. A field that is not stated
 * (a blank cell, a column the file lacks) stays as it is, unless it is among those that a blank cell empties.
 */
export function mergeAccount(
  stored: StoredFields,
  stated: StoredFields,
  emptied: ReadonlySet<keyof StoredFields> = new Set(),
): StoredFields | null {
  const keep = <Key extends keyof StoredFields>(key: Key): StoredFields[Key] =>
    stated[key] === null && !emptied.has(key) ? stored[key] : stated[key]
  const merged: StoredFields = {
    name: stated.name,
    domain: keep("domain"),
    industry: keep("industry"),
    segment: keep("segment"),
    region: keep("region"),
    language: keep("language"),
    lifecycleStage: keep("lifecycleStage"),
    ownerId: keep("ownerId"),
  }
  return mergedKeys.some((key) => merged[key] !== stored[key]) ? merged : null
}

export const mergedKeys = [
  "name",
  "domain",
  "industry",
  "segment",
  "region",
  "language",
  "lifecycleStage",
  "ownerId",
] as const satisfies readonly (keyof StoredFields)[]
