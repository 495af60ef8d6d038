import type { AccountFields } from "#lib/accounts/schema.ts"

/** The fields of a stored account that a file may change. */
export type StoredFields = Omit<AccountFields, "externalId" | "ownerName" | "parentExternalId"> & {
  readonly ownerId: string | null
}

/**
 * A stored account with the stated fields over it; null when nothing would change. A field that is not stated
 * (a blank cell, a column the file lacks) stays as it is.
 */
export function mergeAccount(stored: StoredFields, stated: StoredFields): StoredFields | null {
  const merged: StoredFields = {
    name: stated.name,
    domain: stated.domain ?? stored.domain,
    industry: stated.industry ?? stored.industry,
    segment: stated.segment ?? stored.segment,
    region: stated.region ?? stored.region,
    language: stated.language ?? stored.language,
    lifecycleStage: stated.lifecycleStage ?? stored.lifecycleStage,
    ownerId: stated.ownerId ?? stored.ownerId,
  }
  return keys.some((key) => merged[key] !== stored[key]) ? merged : null
}

const keys = [
  "name",
  "domain",
  "industry",
  "segment",
  "region",
  "language",
  "lifecycleStage",
  "ownerId",
] as const satisfies readonly (keyof StoredFields)[]
