const mostAccounts = 500
const mostSignals = 4_000

/** Accounts per transaction: 500, fewer for a wide file, so that one transaction stays below a quarter second. */
export const chunkRows = (measures: number): number =>
  Math.max(10, Math.min(mostAccounts, Math.floor(mostSignals / Math.max(1, measures))))
