import { encodingNames } from "./encoding.ts"
import type { FileFacts } from "./file-facts.ts"
import { separatorNames } from "./separator.ts"

type Layout = Pick<FileFacts, "format" | "encoding" | "separator" | "sheets" | "sheet">

/** What was inferred of a file as a whole, one sentence each. */
export function fileGuesses({ format, encoding, separator, sheets, sheet }: Layout): string[] {
  const guesses: string[] = []
  if (encoding?.isGuess)
    guesses.push(`Guess: the text is ${encodingNames[encoding.name]}, because it is not valid UTF-8.`)
  if (separator?.isGuess)
    guesses.push(
      `Guess: columns are separated by a ${separatorNames[separator.value]}, because it is the most frequent in the header.`,
    )
  if (format === "xlsx" && sheets.length > 1)
    guesses.push(`Guess: the sheet "${sheet}" is meant, because it is the first one with rows.`)
  return guesses
}
