export const separators = [",", ";", "\t", "|"] as const
export type Separator = (typeof separators)[number]

export const separatorNames: Record<Separator, string> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "pipe",
}

/**
 * Which character separates the columns, from the first lines of a file.
 *
 * The header decides: the candidate that occurs most often outside quotes. When two occur equally often,
 * the one that occurs as often in the following lines wins. A file of one column has none: comma.
 */
export function guessSeparator(head: string): Separator {
  const [header, ...rest] = countedLines(head)
  if (!header) return ","
  const ranked = separators
    .map((separator) => ({
      separator,
      inHeader: header[separator],
      alike: rest.filter((line) => line[separator] === header[separator]).length,
    }))
    .sort((a, b) => b.inHeader - a.inHeader || b.alike - a.alike)
  const [best] = ranked
  return best && best.inHeader > 0 ? best.separator : ","
}

type Counts = Record<Separator, number>

function countedLines(head: string): Counts[] {
  const lines: Counts[] = []
  let line: Counts = { ",": 0, ";": 0, "\t": 0, "|": 0 }
  let isQuoted = false
  let isEmpty = true
  for (const character of head) {
    if (character === '"') isQuoted = !isQuoted
    if (!isQuoted && (character === "\n" || character === "\r")) {
      if (!isEmpty) lines.push(line)
      if (lines.length === 10) return lines
      line = { ",": 0, ";": 0, "\t": 0, "|": 0 }
      isEmpty = true
      continue
    }
    isEmpty = false
    if (!isQuoted && isSeparator(character)) line[character] += 1
  }
  if (!isEmpty) lines.push(line)
  return lines
}

const isSeparator = (character: string): character is Separator =>
  (separators as readonly string[]).includes(character)
