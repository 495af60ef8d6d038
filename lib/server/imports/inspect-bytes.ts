import { isAscii } from "node:buffer"
import { EncodingScan, type FileEncoding } from "#lib/imports/encoding.ts"
import { endlessLine, longestLineBytes } from "#lib/imports/endless-line.ts"
import { LineWatch } from "#lib/imports/line-watch.ts"
import { UnreadableFile } from "#lib/imports/unreadable-file.ts"
import { expandBytes } from "./expand-bytes.ts"
import type { FileBytes } from "./stored-bytes.ts"

export type SeenBytes =
  | { readonly format: "xlsx" }
  | {
      readonly format: "csv"
      readonly isZipped: boolean
      readonly encoding: FileEncoding
      /** The beginning of the file, unzipped. */
      readonly head: Uint8Array
    }

const headBytes = 65_536
/** A file is scanned this far for its encoding; a character that later turns out wrong is told by its row. */
const scannedBytes = 64 * 1024 ** 2

/** Looks at the bytes of a file, as many as needed to know how to read it. */
export async function inspectBytes(bytes: FileBytes): Promise<SeenBytes> {
  const start = await firstBytes(bytes)
  if (start.length === 0) throw new UnreadableFile("The file is empty", { fix: "Export it again" })
  const opening = start.toString("latin1")
  if (opening.startsWith("PK\u0003\u0004") || opening.startsWith("PK\u0005\u0006")) return { format: "xlsx" }
  if (opening.startsWith("\u00d0\u00cf\u0011\u00e0"))
    throw new UnreadableFile("This is a workbook of an old kind (.xls), or one protected by a password", {
      fix: "Open it in the spreadsheet program and save it as .xlsx or CSV (UTF-8) without a password",
    })
  if (opening.startsWith("%PDF")) throw notATable("a PDF document")
  if (pictures.some((mark) => opening.startsWith(mark))) throw notATable("a picture")
  const isZipped = opening.startsWith("\u001f\u008b")
  const seen = await scan(bytes, isZipped)
  if (!seen.encoding.name.startsWith("utf-16") && isBinary(seen.head)) throw notATable("binary data")
  return { format: "csv", isZipped, ...seen }
}

/** How JPEG, PNG, GIF and TIFF files begin. */
const pictures = ["\u00ff\u00d8\u00ff", "\u0089PNG", "GIF8", "II*\u0000", "MM\u0000*"]

const notATable = (what: string) =>
  new UnreadableFile(`This is ${what}, not a table`, { fix: "Export the data as CSV and choose that file" })

/** Text has hardly any control characters but tabs and line breaks; of evenly spread bytes a tenth are such. */
function isBinary(head: Uint8Array): boolean {
  let controls = 0
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32)) controls += 1
  return controls > 16 && controls * 20 > head.length
}

async function firstBytes(bytes: FileBytes): Promise<Buffer> {
  for await (const part of bytes()) if (part.length > 0) return Buffer.from(part.subarray(0, 8))
  return Buffer.alloc(0)
}

async function scan(bytes: FileBytes, isZipped: boolean) {
  const encoding = new EncodingScan()
  const head: Uint8Array[] = []
  const lines = new LineWatch(longestLineBytes)
  for await (const piece of expandBytes(bytes, isZipped)) {
    if (lines.seen < headBytes) head.push(Uint8Array.from(piece.subarray(0, headBytes - lines.seen)))
    if (!lines.push(piece)) throw endlessLine({ seenBytes: lines.seen })
    if (!(encoding.isIdle && isAscii(piece))) encoding.push(piece)
    if (lines.seen >= scannedBytes) break
  }
  if (lines.seen === 0)
    throw new UnreadableFile("The compressed file holds nothing", { fix: "Export it again" })
  return { encoding: encoding.result(), head: Buffer.concat(head) }
}
