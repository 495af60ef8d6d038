type Scalar = string | number | boolean | null

/**
 * Whether what is stored is what somebody saw before they changed it, in every field that they saw. Without a sight
 * nobody is asked: programs and imports state what holds.
 */
export const isAsSeen = <Seen extends Readonly<Record<string, Scalar>>>(
  stored: Seen,
  seen: Seen | undefined,
): boolean => seen === undefined || Object.keys(seen).every((field) => stored[field] === seen[field])
