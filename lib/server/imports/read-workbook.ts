import readSheets from "read-excel-file/node"
import { formatNumber } from "#lib/format/number.ts"
import { importLimits } from "#lib/imports/limits.ts"
import { UnreadableFile } from "#lib/imports/unreadable-file.ts"
import { safeWorkbook } from "./safe-workbook.ts"
import type { FileBytes } from "./stored-bytes.ts"

export type Sheet = { readonly name: string; readonly rows: readonly (readonly string[])[] }

const megabytes = (bytes: number) => `${formatNumber(bytes / 1024 ** 2)} MB`

/** Reads a workbook whole: its sheets with their cells as text. Larger ones than memory bears are refused before. */
export async function readWorkbook(bytes: FileBytes): Promise<readonly Sheet[]> {
  const file = await safeWorkbook(await collect(bytes))
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
