/** What one file may hold; beyond it the import refuses with words instead of running out of something. */
export const importLimits = {
  columns: 1_000,
  rows: 500_000,
  /** Longest row in characters; an endless line would otherwise be read into memory whole. */
  recordCharacters: 1_000_000,
  /** More different texts than this are a description, not a measure. */
  categories: 50,
  categoryCharacters: 200,
  /** Largest annual revenue of one account, either way: the sum over the most rows still fits 64 bits of cents. */
  annualAmount: 100_000_000_000,
  samples: 5,
  /** Share of cells below which wrong values are left blank with a warning instead of changing the column. */
  strayShare: 0.02,
} as const
