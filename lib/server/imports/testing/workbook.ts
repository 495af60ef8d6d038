import { crc32, deflateRawSync } from "node:zlib"
import { zipArchive } from "../zip-archive.ts"

type Entry = { readonly name: string; readonly content: Buffer }

/** A zip archive of these entries, compressed. */
export const zipOf = (entries: readonly Entry[]): Buffer =>
  zipArchive(
    entries.map(({ name, content }) => ({
      name,
      method: 8,
      data: deflateRawSync(content),
      crc: crc32(content),
      size: content.length,
    })),
  )

/** A cell of a sheet: a text, a number, a day (by its spreadsheet number) or a formula with its stored result. */
export type Cell =
  | string
  | number
  | { readonly day: number }
  | { readonly formula: string; readonly result: string }

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")

function cellXml(cell: Cell, place: string): string {
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`
  if (typeof cell === "string") return `<c r="${place}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
  if ("day" in cell) return `<c r="${place}" s="1"><v>${cell.day}</v></c>`
  return `<c r="${place}" t="str"><f>${escaped(cell.formula)}</f><v>${escaped(cell.result)}</v></c>`
}

const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26))

const sheetXml = (rows: readonly (readonly Cell[])[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
    .map(
      (row, at) =>
        `<row r="${at + 1}">${row.map((cell, column) => cellXml(cell, `${letters(column)}${at + 1}`)).join("")}</row>`,
    )
    .join("")}</sheetData></worksheet>`

const head = '<?xml version="1.0" encoding="UTF-8"?>'
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const types = "http://schemas.openxmlformats.org/package/2006"
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

/** A workbook of these sheets, or of sheets given as their own XML. */
export function workbookOf(sheets: Readonly<Record<string, readonly (readonly Cell[])[] | string>>): Buffer {
  const names = Object.keys(sheets)
  const text = (name: string, content: string): Entry => ({ name, content: Buffer.from(content) })
  return zipOf([
    text(
      "[Content_Types].xml",
      `${head}<Types xmlns="${types}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    text(
      "_rels/.rels",
      `${head}<Relationships xmlns="${types}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    text(
      "xl/workbook.xml",
      `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names
        .map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
        .join("")}</sheets></workbook>`,
    ),
    text(
      "xl/_rels/workbook.xml.rels",
      `${head}<Relationships xmlns="${types}/relationships">${names
        .map(
          (_, at) =>
            `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
        )
        .join("")}<Relationship Id="rId99" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ),
    text(
      "xl/styles.xml",
      `${head}<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    ...names.map((name, at) => {
      const sheet = sheets[name]!
      return text(`xl/worksheets/sheet${at + 1}.xml`, typeof sheet === "string" ? sheet : sheetXml(sheet))
    }),
  ])
}
