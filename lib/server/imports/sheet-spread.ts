export type Spread = { readonly rows: number; readonly columns: number }

/**
 * How many rows and columns a sheet's XML makes its reader allocate: places are read as generously as by the
 * reader, wherever they stand, in one pass that no text makes slow. An encoded place counts as endless.
 */
export function sheetSpread(xml: string): Spread {
  let rows = 0
  let columns = 0
  let tags = 0
  for (const [, place] of xml.matchAll(/[<:]row\b|\sr\s*=\s*["']([^"']*)["']/g)) {
    if (place === undefined) tags += 1
    else if (place.includes("&#")) return { rows: Number.POSITIVE_INFINITY, columns: 1 }
    else {
      const digits = place.search(/\d/)
      const row = digits < 0 ? Number.NaN : Number(place.slice(digits))
      // What is no number is an error of its own to the reader, or no place at all.
      if (!(row >= 0)) continue
      rows = Math.max(rows, row)
      columns = Math.max(columns, columnOf(place.slice(0, digits)))
    }
  }
  return { rows: Math.max(rows, tags), columns }
}

function columnOf(letters: string): number {
  let column = 0
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64
  return column
}
