import { inflateRawSync } from "node:zlib"
import readSheets from "read-excel-file/node"
import { formatNumber } from "#lib/format/number.ts"
import { importLimits } from "#lib/imports/limits.ts"
import { UnreadableFile } from "#lib/imports/unreadable-file.ts"
import type { FileBytes } from "./stored-bytes.ts"
import { type ZipEntry, zipEntries } from "./zip-entries.ts"

export type Sheet = { readonly name: string; readonly rows: readonly (readonly string[])[] }

const megabytes = (bytes: number) => `${formatNumber(bytes / 1024 ** 2)} MB`

/** Reads a workbook whole: its sheets with their cells as text. Larger ones than memory bears are refused before. */
export async function readWorkbook(bytes: FileBytes): Promise<readonly Sheet[]> {
  const file = await collect(bytes)
  refuseBombs(file)
  let sheets: Awaited<ReturnType<typeof readSheets>>
  try {
    // Numbers keep the digits that the workbook states.
    sheets = await readSheets<string>(file, { parseNumber: (text) => text, trim: false })
  } catch (error) {
    const { message, name } = error instanceof Error ? error : new Error(String(error))
    throw new UnreadableFile("The workbook is damaged, protected, or of a kind that cannot be read", {
      fix: `Save it as CSV (UTF-8) in the spreadsheet program${name === "InvalidSpreadsheetError" ? ` (${message.slice(0, 120)})` : ""}`,
    })
  }
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }))
}

async function collect(bytes: FileBytes): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of bytes()) {
    size += part.length
    if (size > importLimits.workbookBytes)
      throw new UnreadableFile(`The workbook is larger than ${megabytes(importLimits.workbookBytes)}`, {
        fix: "Save the sheet as CSV (UTF-8): files of that kind may be much larger",
      })
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Unpacks each entry once with a limit: sizes that an archive states need not be true. */
function refuseBombs(file: Buffer): void {
  const entries = zipEntries(file)
  if (entries === null) throw noWorkbook("The archive is damaged or cut off")
  if (!entries.some(({ name }) => name === "xl/workbook.xml"))
    throw noWorkbook("This is a zip archive, but no workbook")
  let left: number = importLimits.workbookExpandedBytes
  for (const entry of entries) {
    const content = unpack(entry, left)
    left -= content.length
    if (/^xl\/worksheets\/.*\.xml$/.test(entry.name)) refuseSpread(content)
  }
}

function unpack({ method, data }: ZipEntry, left: number): Buffer {
  if (method === 0 && data.length <= left) return data
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, left) })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" || method === 0)
      throw new UnreadableFile(
        `The workbook holds more than ${megabytes(importLimits.workbookExpandedBytes)} once unpacked`,
        { fix: "Save the sheet as CSV (UTF-8): files of that kind may be much larger" },
      )
    throw noWorkbook("The archive is damaged or cut off")
  }
}

/** A single cell far away makes every row as wide as it stands: rows times columns must stay in bounds. */
function refuseSpread(sheet: Buffer): void {
  let widest = 0
  let lowest = 0
  for (const [, letters = "", row] of sheet
    .toString("latin1")
    .matchAll(/<c [^>]*?r="([A-Z]{1,3})(\d{1,7})"/g)) {
    let column = 0
    for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
    widest = Math.max(widest, column)
    lowest = Math.max(lowest, Number(row))
  }
  if (widest * lowest > importLimits.workbookCells)
    throw new UnreadableFile(
      `A sheet of the workbook spreads over ${formatNumber(lowest)} rows and ${formatNumber(widest)} columns`,
      { fix: "Remove cells far away from the table, or save the sheet as CSV (UTF-8)" },
    )
}

const noWorkbook = (what: string) =>
  new UnreadableFile(what, { fix: "Give a .csv, .csv.gz or .xlsx file; unpack archives first" })

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ""
  if (cell instanceof Date) return instantText(cell)
  if (typeof cell === "string") return cell
  return typeof cell === "number" || typeof cell === "boolean" ? String(cell) : ""
}

/** A day when the cell has no time of day; its time is the clock on the wall, so no offset is said. */
function instantText(cell: Date): string {
  if (Number.isNaN(cell.getTime())) return ""
  const text = cell.toISOString()
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 19)
}
