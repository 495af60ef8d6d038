const longest = 60
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/** A text with control, direction and half characters as their code: they could repaint a reader's screen. */
export const withoutControls = (text: string): string =>
  text.replace(unsafe, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`)

/** A cell as it may be shown in a terminal or a page: without control characters, at most 60 characters. */
export const printable = (cell: string): string =>
  withoutControls(cell.length > longest ? `${cell.slice(0, longest)}…` : cell)
