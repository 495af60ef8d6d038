/** What one file may hold; beyond it the import refuses with words instead of running out of something. */
export const importLimits = {
  fileBytes: 1024 ** 3,
  columns: 1_000,
  rows: 500_000,
  /** Readings are small and many. */
  signalRows: 10_000_000,
  /** Longest row in characters; an endless line would otherwise be read into memory whole. */
  recordCharacters: 1_000_000,
  /** More different texts than this are a description, not a measure. */
  categories: 50,
  categoryCharacters: 200,
  /** Largest annual revenue of one account, either way: the sum over the most rows still fits 64 bits of cents. */
  annualAmount: 100_000_000_000,
  /** Rows left out that are kept to be downloaded; those beyond are only counted. */
  rejectedRows: 100_000,
  samples: 5,
  /** Different wrong texts that a problem lists. */
  values: 20,
  /** Bytes that a compressed file may become. */
  expandedBytes: 4 * 1024 ** 3,
  /** How many times its size a compressed file may become, once it is larger than `expansionFrom`. */
  expansion: 200,
  expansionFrom: 32 * 1024 ** 2,
  /** A workbook is read whole, so it is held to what memory bears. */
  workbookBytes: 10 * 1024 ** 2,
  workbookExpandedBytes: 80 * 1024 ** 2,
  workbookCells: 3_000_000,
  /** Rows by which a file's columns are understood; a later contradiction reads them all. */
  profiledRows: 50_000,
  /** Above this many readings, new and changed ones are counted while writing. */
  countedReadings: 200_000,
  /** Identities that stand in several rows of one file, when the last row of each shall count. */
  repeatedRows: 500_000,
  /** Different measures of one file. */
  measures: 1_000,
  /** Share of cells below which wrong values are left blank with a warning instead of changing the column. */
  strayShare: 0.02,
} as const
