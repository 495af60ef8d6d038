export type ComparedField = { readonly name: string; readonly mine: string; readonly theirs: string }

/**
 * Two versions of the same thing side by side: only the fields in which they differ, a line each, so that whoever
 * chooses sees what the choice is about. Nothing is written as "none".
 */
export function differingLines(fields: readonly ComparedField[]): {
  readonly mine: string
  readonly theirs: string
} {
  const differing = fields.filter(({ mine, theirs }) => mine !== theirs)
  const lines = (read: (field: ComparedField) => string) =>
    differing.map((field) => `${field.name}: ${read(field).trim() || "none"}`).join("\n")
  return { mine: lines(({ mine }) => mine), theirs: lines(({ theirs }) => theirs) }
}
