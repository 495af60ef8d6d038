import type { Segment } from "#lib/accounts/schema.ts"

/** Days between touchpoints where no success profile says otherwise: monthly, every two months, quarterly. */
const usualDays: Record<Segment, number> = { Enterprise: 30, "Mid-Market": 60, SMB: 90 }

/**
 * How many days may lie between two touchpoints of an account: what its success profile asks, else what is usual for
 * its segment. An account without a segment is treated as the least demanding one.
 */
export const cadenceOf = ({
  cadenceDays,
  segment,
}: {
  readonly cadenceDays: number | null
  readonly segment: Segment | null
}): number => cadenceDays ?? usualDays[segment ?? "SMB"]
