const formulaStart = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/
const plainNumber = /^[+-]?\d+(?:[.,]\d+)*$/

/**
 * A cell of a CSV file as no spreadsheet program takes it for a formula (OWASP, CSV injection): a text is led in by an
 * apostrophe when it begins, behind any blanks, with = + - @ or their wide forms, or with a tab or a line break. A
 * number is no formula and stays one, also when it is negative and written as text. Every file that we give out goes
 * through here.
 */
export const guardedCell = (cell: string): string =>
  formulaStart.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell

/** Whether an apostrophe leads in what would be a formula without it: no part of the text, as in spreadsheets. */
export const isGuardedCell = (cell: string): boolean =>
  cell.charCodeAt(0) === 39 && formulaStart.test(cell.slice(1))
