import { noBreak } from "#lib/format/number.ts"

/** Text that somebody wrote, so that no line ends between a number and what it counts: "60 days", "80 %", "4 (must)". */
export const unbrokenAmounts = (text: string): string => text.replace(/(?<=\d) (?=[\p{L}%(])/gu, noBreak)
