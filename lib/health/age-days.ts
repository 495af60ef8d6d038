const dayMilliseconds = 86_400_000

/** Whole days from one ISO day to another; negative when `to` is the earlier one. */
export const ageDays = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMilliseconds)
