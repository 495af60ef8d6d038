import { formatNumber } from "#lib/format/number.ts"

/** "50 of 63, the newest." where a list is cut; null where it is whole. */
export const cutWords = (shown: number, all: number, which: string): string | null =>
  shown < all ? `${formatNumber(shown)} of ${formatNumber(all)}, ${which}.` : null
