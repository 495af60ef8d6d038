import { formatNumber } from "#lib/format/number.ts"
import { importLimits } from "./limits.ts"
import { UnreadableFile } from "./unreadable-file.ts"

/** Four bytes are the most that a character takes in any encoding that is read. */
export const longestLineBytes = importLimits.recordCharacters * 4

type Where = {
  /** The most characters that a row may have. */
  readonly longest?: number
  readonly row?: number | null
  /** How many bytes of the file were read when it showed. */
  readonly seenBytes?: number | null
}

export function endlessLine({
  longest = importLimits.recordCharacters,
  row = null,
  seenBytes = null,
}: Where): UnreadableFile {
  const where = seenBytes === null ? "" : ` and has not ended by byte ${formatNumber(seenBytes)} of the file`
  return new UnreadableFile(`A line has more than ${formatNumber(longest)} characters${where}`, {
    row,
    fix: "Check that the file is a CSV file with line breaks, and that every opening quote is closed",
  })
}
