export type FileEncoding = {
  readonly name: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252"
  /** Nothing in the file states the encoding: it was inferred from its bytes. */
  readonly isGuess: boolean
}

/** Bytes by whose zeros UTF-16 without a mark is recognised. */
const zeroProbe = 4_096

export const encodingNames: Record<FileEncoding["name"], string> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "windows-1252": "Windows-1252",
}

/**
 * Finds the encoding of a file from all of its bytes, fed in pieces of any size.
 *
 * A byte order mark decides. Without one, zeros in every second byte make it UTF-16, which is a guess; else it is
 * UTF-8 while its multi-byte sequences are whole, and when more sequences are broken than whole it was most likely written as Windows-1252 (of which Latin-1 is a part), again a guess.
 * Source of the byte ranges: The Unicode Standard, table 3-7 (well-formed UTF-8 byte sequences).
 */
export class EncodingScan {
  readonly #mark: number[] = []
  #probed = 0
  readonly #zeros: [number, number] = [0, 0]
  #whole = 0
  #broken = 0
  #wanted = 0
  #low = 0x80
  #high = 0xbf

  push(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (this.#probed < zeroProbe) {
        if (this.#mark.length < 3) this.#mark.push(byte)
        if (byte === 0) this.#zeros[(this.#probed & 1) as 0 | 1] += 1
        this.#probed += 1
      }
      if (this.#wanted > 0) {
        if (byte >= this.#low && byte <= this.#high) {
          this.#low = 0x80
          this.#high = 0xbf
          this.#wanted -= 1
          if (this.#wanted === 0) this.#whole += 1
          continue
        }
        this.#broken += 1
        this.#wanted = 0
      }
      if (byte >= 0x80) this.#begin(byte)
    }
  }

  /** Whether pure ASCII could follow unseen without changing the result. */
  get isIdle(): boolean {
    return this.#wanted === 0 && this.#probed >= zeroProbe
  }

  result(): FileEncoding {
    const [first, second, third] = this.#mark
    if (first === 0xff && second === 0xfe) return { name: "utf-16le", isGuess: false }
    if (first === 0xfe && second === 0xff) return { name: "utf-16be", isGuess: false }
    if (first === 0xef && second === 0xbb && third === 0xbf) return { name: "utf-8", isGuess: false }
    const [even, odd] = this.#zeros
    if (odd * 5 > this.#probed && even * 50 < this.#probed) return { name: "utf-16le", isGuess: true }
    if (even * 5 > this.#probed && odd * 50 < this.#probed) return { name: "utf-16be", isGuess: true }
    const broken = this.#broken + (this.#wanted > 0 ? 1 : 0)
    return broken > this.#whole ? { name: "windows-1252", isGuess: true } : { name: "utf-8", isGuess: false }
  }

  #begin(lead: number): void {
    this.#low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
    this.#high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
    if (lead >= 0xc2 && lead <= 0xdf) this.#wanted = 1
    else if (lead >= 0xe0 && lead <= 0xef) this.#wanted = 2
    else if (lead >= 0xf0 && lead <= 0xf4) this.#wanted = 3
    else this.#broken += 1
  }
}
