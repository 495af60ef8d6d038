/**
 * A text in lines no wider than `most`, broken at blanks; a word that is wider stands alone in its line. `widthOf`
 * measures in the unit of `most`. An empty text has no lines.
 */
export function wrapWords(text: string, most: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = []
  for (const word of text.split(/[^\S\u00a0]+/).filter(Boolean)) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && widthOf(longer) <= most) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
