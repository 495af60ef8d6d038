import { promisify } from "node:util"
import { crc32, inflateRaw } from "node:zlib"
import { formatNumber } from "#lib/format/number.ts"
import { importLimits } from "#lib/imports/limits.ts"
import { UnreadableFile } from "#lib/imports/unreadable-file.ts"
import { sheetSpread } from "./sheet-spread.ts"
import { type PackedEntry, zipArchive } from "./zip-archive.ts"
import { type ZipEntry, zipEntries } from "./zip-entries.ts"

const inflated = promisify(inflateRaw)
const megabytes = (bytes: number) => `${formatNumber(bytes / 1024 ** 2)} MB`

/**
 * The same workbook as an archive of nothing but entries that were unpacked once within the limit, under their true
 * sizes. What an archive states of itself, or holds beside its directory, need not be true.
 */
export async function safeWorkbook(file: Buffer): Promise<Buffer> {
  const entries = zipEntries(file)
  if (entries === null) throw noWorkbook("The archive is damaged or cut off")
  if (!entries.some(({ name }) => name === "xl/workbook.xml"))
    throw noWorkbook("This is a zip archive, but no workbook")
  if (new Set(entries.map(({ name }) => name)).size < entries.length)
    throw noWorkbook("The archive names a part twice")
  let left: number = importLimits.workbookExpandedBytes
  const kept: PackedEntry[] = []
  for (const entry of entries) {
    if (!/\.xml(\.rels)?$/.test(entry.name)) continue
    const content = await unpack(entry, left)
    left -= content.length
    const xml = content.toString("latin1")
    // A tag within a tag is no XML, and the reader spends minutes on many of them.
    if (/<[A-Za-z_:][^<>]*(?:<|$)/.test(xml)) throw noWorkbook("A part of the workbook is damaged")
    if (/^\/?xl\/.*sheet.*\.xml$/i.test(entry.name)) refuseSpread(xml)
    kept.push({ ...entry, crc: crc32(content), size: content.length })
  }
  return zipArchive(kept)
}

async function unpack({ method, data }: ZipEntry, left: number): Promise<Buffer> {
  if (method === 0 && data.length <= left) return data
  try {
    if (method === 8) return await inflated(data, { maxOutputLength: Math.max(1, left) })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_BUFFER_TOO_LARGE")
      throw noWorkbook("The archive is damaged or cut off")
  }
  if (method !== 0 && method !== 8) throw noWorkbook("The archive is packed in a way that cannot be read")
  throw new UnreadableFile(
    `The workbook holds more than ${megabytes(importLimits.workbookExpandedBytes)} once unpacked`,
    { fix: "Save the sheet as CSV (UTF-8): files of that kind may be much larger" },
  )
}

/** A single cell far away makes every row as wide as it stands: rows times columns must stay in bounds. */
function refuseSpread(xml: string): void {
  const { rows, columns } = sheetSpread(xml)
  if (Math.max(1, rows) * Math.max(1, columns) <= importLimits.workbookCells) return
  throw new UnreadableFile(
    Number.isFinite(rows * columns)
      ? `A sheet of the workbook spreads over ${formatNumber(rows)} rows and ${formatNumber(columns)} columns`
      : "A sheet of the workbook hides where its cells are",
    { fix: "Remove cells far away from the table, or save the sheet as CSV (UTF-8)" },
  )
}

const noWorkbook = (what: string) =>
  new UnreadableFile(what, { fix: "Give a .csv, .csv.gz or .xlsx file; unpack archives first" })
