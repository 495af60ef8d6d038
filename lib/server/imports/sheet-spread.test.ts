import { expect, test } from "vitest"
import { sheetSpread } from "./sheet-spread.ts"

test.each<[string, { rows: number; columns: number }]>([
  ['<row r="1"><c r="A1"/><c s="1" r="AB7"/></row>', { rows: 7, columns: 28 }],
  ['<x:row r="1e6"/>', { rows: 1_000_000, columns: 0 }],
  ["<row/><row/><row></row>", { rows: 3, columns: 0 }],
  ["<c x='>' r = 'B2'/>", { rows: 2, columns: 2 }],
  ['<c r="&#65;1"/>', { rows: Number.POSITIVE_INFINITY, columns: 1 }],
  ["<t>a word r='' of text, or r=\"none\"</t>", { rows: 0, columns: 0 }],
])("the spread of %s", (xml, spread) => {
  expect(sheetSpread(xml)).toEqual(spread)
})

test.each(["<c ", " r", " r = ", ' r="', "<row ", "sr="])(
  "a long text of %s is read in one pass",
  (piece) => {
    const begun = performance.now()
    sheetSpread(piece.repeat(1_000_000))
    expect(performance.now() - begun).toBeLessThan(2_000)
  },
)
