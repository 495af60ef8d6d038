import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import type { LookedColumn } from "#lib/imports/import-look.ts"

/** What the columns of a file become, counted. */
export function mapAnswer(columns: readonly LookedColumn[]): string {
  const measures = columns.filter(({ use }) => use === "measure").length
  const ignored = columns.filter(({ use }) => use === "ignore").length
  const fields = columns.length - measures - ignored
  const guesses = columns.filter(({ isGuess, use }) => isGuess && use !== "ignore").length
  const parts = [
    formatCount(fields, "field"),
    ...(measures > 0 ? [formatCount(measures, "measure")] : []),
    ...(ignored > 0 ? [`${formatNumber(ignored)} left out`] : []),
  ]
  const guessed =
    guesses > 0 ? ` ${formatCount(guesses, "is a guess", "are guesses")}: look before you go on.` : ""
  return `${formatCount(columns.length, "column")}: ${parts.join(", ")}.${guessed} Nothing is written yet.`
}
