import type { RowVerdict } from "#lib/imports/import-check.ts"

/** What happens to a row, in the words of buttons, tables and definitions. */
export const verdictWords: Record<RowVerdict, { word: string; means: string }> = {
  create: { word: "Create", means: "Not here yet: the row becomes a new entry." },
  update: {
    word: "Update",
    means: "Here already, and at least one value differs: only those values change.",
  },
  skip: { word: "Skip", means: "Here already and the same, or told to be left as it is: nothing changes." },
  reject: {
    word: "Reject",
    means:
      "Left out because of a problem in it. The rows can be downloaded with the reason, mended and imported.",
  },
}
