const longest = 60
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/**
 * A cell as it may be shown in a terminal or a page: control and direction characters as their code,
 * at most 60 characters. A cell could otherwise repaint the reader's screen.
 */
export function printable(cell: string): string {
  const shown = cell.length > longest ? `${cell.slice(0, longest)}…` : cell
  return shown.replace(
    unsafe,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  )
}
