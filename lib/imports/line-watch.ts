const lineFeed = 10
const carriageReturn = 13

/**
 * Watches the bytes of a text, fed in pieces, for a line longer than `longest` bytes: seen as soon as so many have
 * come without a line break, in whatever encoding. It keeps two numbers, however long the text is.
 */
export class LineWatch {
  readonly #longest: number
  #sinceBreak = 0
  /** Bytes seen so far. */
  seen = 0

  constructor(longest: number) {
    this.#longest = longest
  }

  /** Whether no line is too long up to the end of this piece. */
  push(piece: Uint8Array): boolean {
    this.seen += piece.length
    const last = Math.max(piece.lastIndexOf(lineFeed), piece.lastIndexOf(carriageReturn))
    if (last < 0) {
      this.#sinceBreak += piece.length
      return this.#sinceBreak <= this.#longest
    }
    const breaks = [piece.indexOf(lineFeed), piece.indexOf(carriageReturn)].filter((at) => at >= 0)
    const isEnded = this.#sinceBreak + Math.min(...breaks) <= this.#longest
    this.#sinceBreak = piece.length - last - 1
    return isEnded && this.#sinceBreak <= this.#longest
  }
}
