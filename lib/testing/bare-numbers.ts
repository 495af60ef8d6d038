/** A number as people read it: "12", "1,204", "3.5". */
const number = /\d+(?:,\d{3})*(?:\.\d+)?/g

/**
 * The numbers of a sentence that none of the texts told account for: names, days and money are taken out first, the
 * longest ones before those that they contain.
 */
export function bareNumbers(sentence: string, texts: readonly string[]): readonly number[] {
  const rest = texts
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, text) => (text === "" ? left : left.replaceAll(text, " ")), plain(sentence))
  return (rest.match(number) ?? []).map((found) => Number(found.replaceAll(",", "")))
}

/** Spaces that do not break are spaces to the eye. */
const plain = (text: string): string => text.replaceAll("\u00a0", " ").replaceAll("\u202f", " ")

/** Those of the numbers that are not among the data: a sentence that has one says what nobody knows. */
export function inventedNumbers(
  sentence: string,
  { numbers, texts = [] }: { numbers: readonly number[]; texts?: readonly string[] },
): readonly number[] {
  return bareNumbers(sentence, texts.map(plain)).filter((found) => !numbers.includes(found))
}
