import type { QualityDimension } from "./dimensions.ts"
import { measureFieldKey, type RecordField } from "./fields.ts"
import type { StandardDraft } from "./schema.ts"

type Line = readonly [
  RecordField,
  QualityDimension,
  atLeast: number,
  withinDays: number | null,
  reason: string,
]

const ofRecords: readonly Line[] = [
  ["account.owner", "completeness", 0.95, null, "An account without an owner is on nobody's list."],
  ["account.owner", "validity", 0.98, null, "Work for people who have left is seen by nobody."],
  [
    "account.segment",
    "completeness",
    0.95,
    null,
    "The segment decides which health model scores an account.",
  ],
  ["account.arr", "completeness", 0.95, null, "Totals of ARR leave out accounts whose ARR is unknown."],
  ["account.name", "uniqueness", 0.98, null, "Two accounts of one name may be one customer, counted twice."],
  ["account.domain", "validity", 0.98, null, "Imports find accounts by their domain."],
  [
    "account.domain",
    "uniqueness",
    0.98,
    null,
    "An import that meets a domain twice cannot tell which one is meant.",
  ],
  ["contract.ends_on", "completeness", 0.95, null, "Without a contract's end no renewal is seen coming."],
  [
    "contract.ends_on",
    "validity",
    0.95,
    null,
    "A contract that has ended was renewed or lost: either is news.",
  ],
  ["account.contact", "completeness", 0.9, null, "An account without a contact cannot be called."],
  ["contact.email", "completeness", 0.9, null, "Who has no e-mail address gets no survey and no invitation."],
  [
    "touchpoint.happened_at",
    "freshness",
    0.8,
    90,
    "An account that nobody spoke to for a quarter is not known.",
  ],
]

const usualDays = 45

/**
 * The standards that every workspace begins with. Each measure that a published model scores must be as young as
 * the strictest of its models asks, for nine of ten accounts.
 */
export function builtInStandards(
  scored: readonly { readonly key: string; readonly maxAgeDays: number | null }[],
): StandardDraft[] {
  const ages = new Map<string, number>()
  for (const { key, maxAgeDays } of scored)
    ages.set(key, Math.max(1, Math.min(ages.get(key) ?? 400, maxAgeDays ?? usualDays)))
  return [
    ...ofRecords.map(([field, dimension, atLeast, withinDays, reason]) => ({
      field,
      dimension,
      atLeast,
      withinDays,
      ownerId: null,
      reason,
    })),
    ...[...ages].map(([key, withinDays]) => ({
      field: measureFieldKey(key),
      dimension: "freshness" as const,
      atLeast: 0.9,
      withinDays,
      ownerId: null,
      reason: "Older readings count as missing in the health score.",
    })),
  ]
}
