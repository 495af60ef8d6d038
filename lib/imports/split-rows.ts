import { endlessLine } from "./endless-line.ts"
import { UnreadableFile } from "./unreadable-file.ts"

const lineFeed = 10
const carriageReturn = 13
const quote = 34

/**
 * Splits separated text into rows of cells, fed in pieces of any size: RFC 4180, with \r\n, \n or \r as line
 * end and any one-character separator. A piece without quotes is cut by the engine's own `split`, which makes
 * the common case several times faster than looking at every character.
 *
 * A quote counts only at the beginning of a cell; elsewhere, unclosed, or followed by text it is refused, and so
 * is a row longer than `longest` characters, before it would be collected whole.
 */
export class RowSplitter {
  readonly #separator: string
  readonly #longest: number
  #rest = ""
  #rows = 0
  #seenBytes: number | null = null

  constructor(separator: string, longest: number) {
    this.#separator = separator
    this.#longest = longest
  }

  /** `seenBytes` is how much of the file was read with this piece, for the words of a refusal. */
  push(piece: string, seenBytes: number | null = null): string[][] {
    this.#seenBytes = seenBytes
    return this.#split(this.#rest === "" ? piece : this.#rest + piece, false)
  }

  /** What remains when the text has ended. */
  end(): string[][] {
    return this.#split(this.#rest, true)
  }

  #split(text: string, isEnd: boolean): string[][] {
    const rows: string[][] = []
    let at = 0
    let nextQuote = text.indexOf('"')
    let nextReturn = text.indexOf("\r")
    while (at < text.length) {
      if (nextQuote !== -1 && nextQuote < at) nextQuote = text.indexOf('"', at)
      if (nextReturn !== -1 && nextReturn < at) nextReturn = text.indexOf("\r", at)
      if (nextQuote === -1 && nextReturn === -1) {
        at = this.#splitPlain(text, at, isEnd, rows)
        break
      }
      const end = endOfLine(text, at, nextReturn)
      if (nextQuote !== -1 && (end === -1 || nextQuote < end)) {
        const after = this.#quotedRow(text, at, isEnd, rows)
        if (after === -1) break
        at = after
        continue
      }
      // A \r at the very end may be the first half of \r\n.
      if (end === -1 || (!isEnd && end === text.length - 1 && end === nextReturn)) {
        if (!isEnd) break
        rows.push(this.#cells(text.slice(at, end === -1 ? text.length : end)))
        at = text.length
        break
      }
      rows.push(this.#cells(text.slice(at, end)))
      at = afterBreak(text, end)
    }
    this.#rest = isEnd ? "" : text.slice(at)
    if (this.#rest.length > this.#longest) throw this.#endless()
    return rows
  }

  #splitPlain(text: string, at: number, isEnd: boolean, rows: string[][]): number {
    const last = isEnd ? text.length : text.lastIndexOf("\n") + 1
    if (last <= at) return at
    const lines = text.slice(at, last).split("\n")
    if (lines.at(-1) === "") lines.pop()
    for (const line of lines) rows.push(this.#cells(line))
    return last
  }

  #cells(line: string): string[] {
    if (line.length > this.#longest) throw this.#endless()
    this.#rows += 1
    return line.split(this.#separator)
  }

  /** One row with quotes in it; the place after it, or -1 when its end is not there yet. */
  #quotedRow(text: string, from: number, isEnd: boolean, rows: string[][]): number {
    const cells: string[] = []
    const separator = this.#separator.charCodeAt(0)
    let at = from
    for (;;) {
      let cell = ""
      if (text.charCodeAt(at) === quote) {
        at += 1
        for (;;) {
          const close = text.indexOf('"', at)
          if (close === -1) {
            if (text.length - from > this.#longest) throw this.#endless()
            if (isEnd)
              throw this.#fault("A quote is opened and never closed", 'Close the quote, or double it: ""')
            return -1
          }
          if (close === text.length - 1 && !isEnd) return -1
          cell += text.slice(at, close)
          at = close + 1
          if (text.charCodeAt(at) !== quote) break
          cell += '"'
          at += 1
        }
      } else {
        const start = at
        while (at < text.length && !isStop(text.charCodeAt(at), separator)) at += 1
        cell = text.slice(start, at)
      }
      cells.push(cell)
      if (cells.length > this.#longest) throw this.#endless()
      if (at >= text.length) {
        if (!isEnd) return -1
        break
      }
      const code = text.charCodeAt(at)
      if (code === separator) {
        at += 1
        continue
      }
      if (code !== lineFeed && code !== carriageReturn) throw this.#midQuote()
      if (code === carriageReturn && at === text.length - 1 && !isEnd) return -1
      at = afterBreak(text, at)
      break
    }
    if (at - from > this.#longest) throw this.#endless()
    this.#rows += 1
    rows.push(cells)
    return at
  }

  #midQuote(): UnreadableFile {
    return this.#fault(
      "A quote stands in the middle of a text",
      'Put the whole text into quotes and double those inside: "5"" pipe"',
    )
  }

  #fault(message: string, fix: string): UnreadableFile {
    return new UnreadableFile(message, { row: this.#rows + 1, fix })
  }

  #endless(): UnreadableFile {
    return endlessLine({ longest: this.#longest, row: this.#rows + 1, seenBytes: this.#seenBytes })
  }
}

const isStop = (code: number, separator: number): boolean =>
  code === separator || code === lineFeed || code === carriageReturn || code === quote

function endOfLine(text: string, at: number, nextReturn: number): number {
  const feed = text.indexOf("\n", at)
  if (feed === -1 || nextReturn === -1) return Math.max(feed, nextReturn)
  return Math.min(feed, nextReturn)
}

const afterBreak = (text: string, at: number): number =>
  text.charCodeAt(at) === carriageReturn && text.charCodeAt(at + 1) === lineFeed ? at + 2 : at + 1
