const scale = Number(process.env.CSOPS_RELIABILITY_SCALE ?? "0.1")
if (!(scale > 0 && scale <= 1)) throw new Error("CSOPS_RELIABILITY_SCALE must lie above 0 and at most at 1.")

/** How much of a full-size check this run does: a tenth unless CSOPS_RELIABILITY_SCALE says otherwise. */
export const sized = (full: number, least = 1): number => Math.max(least, Math.round(full * scale))
